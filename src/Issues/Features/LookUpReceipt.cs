using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Features;

/// <summary>
/// How far my issue is, by its receipt number and the phone that it was reported with. A wrong phone is answered like an unknown number,
/// and the answer names nobody.
/// </summary>
public static class LookUpReceipt
{
    public sealed record Request
    {
        [Needed, Text(20)] public required string Phone { get; init; }
    }

    public sealed record View(
        Guid Id, string ReceiptNumber, IssueStatus Status, string Title, string CategoryName, string AreaName, DateTimeOffset SubmittedAt,
        DateTimeOffset? RateBy, int? Score, string? MergedIntoReceipt, IReadOnlyList<ActionLine> Actions, IReadOnlyList<Line> History, bool CanRate);

    public sealed record ActionLine(ActionKind Kind, string What, DateOnly DueOn, ActionState State, string? Note);

    public sealed record Line(DateTimeOffset At, IssueAct Act, IssueStatus To, bool ByAuthor, Role? ByRole, string? Words, string? About);

    public static async Task<Ok<View>> Handle(
        string street, string number, Request asked, IssuesDb db, DirectoryClient directory, CancellationToken ct)
    {
        var phone = Phones.Normal(asked.Phone);
        var issue = await db.Issues.AsNoTracking().SingleOrDefaultAsync(x => x.ReceiptNumber == number, ct);
        var proven = await directory.Proves(phone, issue?.AuthorId, number, ct);
        if (issue is null || !proven) throw new RefusedException(IssueRefusals.UnknownReceipt);

        var areas = await db.NamesOf([issue.AreaId], ct);
        return TypedResults.Ok(new View(
            issue.Id, issue.ReceiptNumber, issue.Status, issue.Title, await db.CategoryName(issue.Category, ct), areas[issue.AreaId], issue.SubmittedAt,
            issue.RateBy, issue.Score,
            issue.MergedIntoId is { } into ? (await db.Brief(x => x.Id == into, ct)).Single().ReceiptNumber : null,
            [.. issue.Actions.OrderBy(x => x.Id).Select(x => new ActionLine(x.Kind, x.What, x.DueOn, x.State, x.Note))],
            [.. (await db.HistoryOf(issue, false, ct)).Select(x => new Line(x.At, x.Act, x.To, x.ByAuthor, x.ByRole, x.Words, x.About))],
            await db.CanRate(issue, issue.AuthorId, ct)));
    }
}
