using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Insights.Features;

/// <summary>
/// What became of my issue in every service, by its receipt number and the phone that it was reported with. A wrong phone is answered like
/// an unknown number. Of a fact it tells when, where and what: no ids, nothing of its payload.
/// </summary>
public static class LookUpTimeline
{
    public sealed record Request
    {
        [Needed, Text(20)] public required string Phone { get; init; }
    }

    public sealed record View(string ReceiptNumber, IReadOnlyList<Step> Steps);

    public sealed record Step(DateTimeOffset At, string Service, string Kind);

    public static async Task<Ok<View>> Handle(
        string street, string number, Request asked, InsightsDb db, ReadModels models, DirectoryClient directory, CancellationToken ct)
    {
        var phone = Phones.Normal(asked.Phone);
        var issue = await db.Issues.AsNoTracking().SingleOrDefaultAsync(x => x.ReceiptNumber == number, ct);
        var proven = await directory.Proves(phone, issue?.AuthorId, number, ct);
        if (issue is null || !proven) throw new RefusedException(InsightsRefusals.UnknownReceipt);

        // What is done for the issue that mine went into is done for me.
        while (issue.MergedIntoId is { } into && await db.Issues.AsNoTracking().SingleOrDefaultAsync(x => x.Id == into, ct) is { ReceiptNumber: not null } survivor)
            issue = survivor;
        var facts = await models.Story(await models.Family(issue, ct), ct);
        return TypedResults.Ok(new View(number, [.. facts.InOrder().Select(x => new Step(x.At, x.Service, x.Kind))]));
    }
}
