using System.Security.Claims;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.Grpc.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Grpc;

/// <summary>What issues say, numbers of people masked, since it is shown further on public pages. A service gets every text of the tenant; a person those that staff took on, and their own.</summary>
public sealed class IssuesGrpc(IssuesDb db, Tenant tenant, Caller caller) : Contracts.Issues.Grpc.V1.Issues.IssuesBase
{
    private const int AtMost = 100;

    /// <summary>Who may ask: a service in a tenant's name, a person, or a client that may read issues.</summary>
    public static bool MayAsk(ClaimsPrincipal user) =>
        (user.FindFirstValue("scope")?.Split(' ') ?? []).Intersect([ServiceToken.Scope, "api", "issues.read", "issues.write"]).Any();

    public override async Task<GetTextsReply> GetTexts(GetTextsRequest request, ServerCallContext context)
    {
        if (!tenant.IsEntered) throw new RefusedException(KernelRefusals.NotSignedIn);
        if (request.IssueIds.Count > AtMost) throw new RefusedException(KernelRefusals.Malformed);
        var ids = request.IssueIds.Select(x => Guid.TryParse(x, out var id) ? id : throw new RefusedException(KernelRefusals.Malformed)).ToList();
        var all = context.GetHttpContext().User.HasClaim("scope", ServiceToken.Scope);
        var me = caller.Id;
        var found = await db.Issues.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Where(x => all || x.AuthorId == me || IssueMoves.OnTheBoard.Contains(x.Status) && !x.IsConfidential)
            .Select(x => new { x.Id, x.ReceiptNumber, x.Title, x.Text, x.AreaId, x.Status }).ToListAsync(context.CancellationToken);
        return new GetTextsReply
        {
            Issues =
            {
                found.Select(x => new IssueText
                {
                    IssueId = x.Id.ToString(), ReceiptNumber = x.ReceiptNumber, Title = Masking.MaskedIn(x.Title), Text = Masking.MaskedIn(x.Text), AreaId = x.AreaId.ToString(),
                    Status = x.Status.ToString(),
                }),
            },
        };
    }
}
