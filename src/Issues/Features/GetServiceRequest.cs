using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Open311;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>
/// Open311: one request, however old; and which request a token is for. Clients of the standard ask after what they posted without their key: it is there,
/// without a word of it until it is on the board.
/// </summary>
public static class GetServiceRequest
{
    public static async Task<IResult> Handle(
        string id, [FromQuery(Name = "jurisdiction_id")] string? jurisdictionId, string format, string? extensions, [FromQuery(Name = "api_key")] string? apiKey,
        IssuesDb db, DirectoryClient directory, CancellationToken ct)
    {
        var (shown, isWhole) = await Find(id, apiKey, db, directory, ct);
        var views = await db.Views([shown], extensions is "true", ct);
        return new GeoReport("service_requests", isWhole ? views : [.. views.Select(Bare)]);
    }

    /// <summary>Every service is realtime: what was posted has its id at once, and is its own token for clients that ask for one all the same.</summary>
    public static async Task<IResult> Resolve(
        string token, [FromQuery(Name = "jurisdiction_id")] string? jurisdictionId, string format, [FromQuery(Name = "api_key")] string? apiKey,
        IssuesDb db, DirectoryClient directory, CancellationToken ct) =>
        new GeoReport("service_requests", new[] { new TokenView((await Find(token, apiKey, db, directory, ct)).Id, token) });

    private static async Task<(Guid Id, bool IsWhole)> Find(string id, string? apiKey, IssuesDb db, DirectoryClient directory, CancellationToken ct)
    {
        var shown = db.Shown(await directory.OwnerOf(apiKey, ct));
        if (!Guid.TryParse(id, out var wanted)) throw new RefusedException(KernelRefusals.NotFound);
        if (await shown.AnyAsync(x => x.Id == wanted, ct)) return (wanted, true);
        if (await db.Issues.AnyAsync(x => x.Id == wanted && x.Status != IssueStatus.Voided && db.PostedRequests.Any(p => p.IssueId == x.Id), ct)) return (wanted, false);
        throw new RefusedException(KernelRefusals.NotFound);
    }

    private static ServiceRequestView Bare(ServiceRequestView x) => x with { Description = null, Address = null, AddressId = null, Latitude = null, Longitude = null, Extended = null };
}
