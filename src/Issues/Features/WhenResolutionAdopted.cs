using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Meetings.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>Its actions are given out, and those of the committee, the property company and the owners' committee are handled here.</summary>
public sealed class WhenResolutionAdopted(IssuesDb db) : Reaction<ResolutionAdopted>(db)
{
    protected override async Task React(ResolutionAdopted fact, CancellationToken ct)
    {
        if (fact.IssueId is not { } id || await db.Surviving(id, ct) is not { } issue) return;
        var areas = fact.Actions.Select(x => x.AreaId).Distinct().ToList();
        var paths = await db.Areas.Where(x => areas.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Path, ct);
        // An area that is not known here yet: the issue's own path keeps the action within reach of its staff.
        var given = fact.Actions.Select(x => new GivenAction(
            x.ActionId, x.Kind, x.What, x.AreaId, paths.GetValueOrDefault(x.AreaId, issue.AreaPath), x.DueOn, null)).ToList();

        db.SayAll(issue, issue.Resolve(fact.SubjectId, fact.MeetingId, fact.ItemId, given, fact.At));
        await db.TakeUp(fact.SubjectId, "issues", ct);
    }
}
