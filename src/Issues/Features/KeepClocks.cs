using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Kernel.Data;
using Platform.Kernel.Places;

namespace Platform.Issues.Features;

/// <summary>
/// Says what is overdue, ends suspensions whose time is over, closes what nobody rated within seven days. Clocks are rows, so a restart
/// loses none. Of many replicas each takes other rows (SKIP LOCKED), and what it says commits with what it wrote: each is said once.
/// </summary>
public sealed class KeepClocks(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepClocks> log) : StreetByStreet<IssuesDb>(scopes, log)
{
    private const int AtOnce = 50;

    protected override async Task Act(IServiceProvider services, IssuesDb db, CancellationToken ct)
    {
        while (await SomeDue(db, ct) == AtOnce) db.ChangeTracker.Clear();
    }

    private Task<int> SomeDue(IssuesDb db, CancellationToken ct) => db.InOne(async () =>
    {
        var now = clock.GetUtcNow();
        var due = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM issues
            WHERE tenant_id = {db.TenantId} AND (due_at <= {now} AND clock_overdue_at IS NULL OR suspended_until <= {now} OR rate_by <= {now})
            LIMIT {AtOnce} FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        foreach (var issue in await db.Issues.Where(x => due.Contains(x.Id)).ToListAsync(ct))
        {
            issue.StrikeClock(now);
            issue.EndSuspension(now);
            db.SayAll(issue, issue.CloseUnanswered(now));
        }

        await db.SaveChangesAsync(ct);
        return due.Count;
    }, ct);
}
