using Platform.Contracts.Meetings.V1;
using Platform.Issues.Data;
using Platform.Kernel.Events;

namespace Platform.Issues.Features;

/// <summary>The issues on a published agenda are being deliberated.</summary>
public sealed class WhenAgendaPublished(IssuesDb db) : Reaction<AgendaPublished>(db)
{
    protected override async Task React(AgendaPublished fact, CancellationToken ct)
    {
        foreach (var item in fact.Items)
            if (item.IssueId is { } id && await db.Surviving(id, ct) is { } issue)
                issue.PutOnAgenda(fact.SubjectId, item.ItemId, fact.StartsAt, fact.At);
    }
}
