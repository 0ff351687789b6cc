using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>What the caller follows or endorsed, and its last step: what moved last comes first.</summary>
public static class ListFollowed
{
    /// <param name="Id">The issue; the one that it went into, where it was merged.</param>
    /// <param name="Title">Mobile numbers in it are masked: it may be somebody else's.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="AreaName">Where it is.</param>
    /// <param name="ChangedAt">When it moved last.</param>
    /// <param name="LastAct">How, as far as the public reads it.</param>
    /// <param name="Follows">Followed.</param>
    /// <param name="Endorsed">Endorsed.</param>
    public sealed record Row(Guid Id, string Title, IssueStatus Status, string AreaName, DateTimeOffset ChangedAt, IssueAct LastAct, bool Follows, bool Endorsed);

    public static async Task<Ok<Page<Row>>> Handle([AsParameters] PageQuery page, IssuesDb db, Caller caller, CancellationToken ct)
    {
        var me = caller.Me;
        var issues = db.Issues.AsNoTracking().Where(x => IssueMoves.OnTheBoard.Contains(x.Status) && !x.IsConfidential || x.Status == IssueStatus.Withdrawn || x.Status == IssueStatus.Voided)
            .Where(x => db.Followers.Any(f => f.PersonId == me && db.Issues.Any(i => i.Id == f.IssueId && (i.Id == x.Id || i.MergedIntoId == x.Id)))
                || db.Endorsements.Any(e => e.PersonId == me && db.Issues.Any(i => i.Id == e.IssueId && (i.Id == x.Id || i.MergedIntoId == x.Id))));
        if (page.After is not null)
        {
            var keys = Paging.Decode(page.After);
            if (keys.Length != 2 || !long.TryParse(keys[0], CultureInfo.InvariantCulture, out var ticks) || ticks is < 0 or > 3_155_378_975_999_999_999 || !Guid.TryParse(keys[1], out var id))
                throw new RefusedException(KernelRefusals.BadCursor);
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            issues = issues.Where(x => EF.Functions.LessThan(ValueTuple.Create(x.ChangedAt, x.Id), ValueTuple.Create(at, id)));
        }

        var found = await issues.OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id).Select(x => new Row(
            x.Id, x.Title, x.Status, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() ?? "", x.ChangedAt,
            db.History.Where(h => h.IssueId == x.Id && !IssueHistory.NotForThePublic.Contains(h.Act)).OrderByDescending(h => h.Order).Select(h => h.Act).First(),
            db.Followers.Any(f => f.PersonId == me && db.Issues.Any(i => i.Id == f.IssueId && (i.Id == x.Id || i.MergedIntoId == x.Id))),
            db.Endorsements.Any(e => e.PersonId == me && db.Issues.Any(i => i.Id == e.IssueId && (i.Id == x.Id || i.MergedIntoId == x.Id)))))
            .Take(page.Size + 1).ToPage(page.Size, x => Paging.Encode(x.ChangedAt.UtcTicks, x.Id), ct);
        return TypedResults.Ok(found with { Items = [.. found.Items.Select(x => x with { Title = Masking.MaskedIn(x.Title) })] });
    }
}
