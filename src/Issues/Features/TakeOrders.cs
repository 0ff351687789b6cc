using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Open311;
using Platform.Kernel.Data;
using Platform.Kernel.Personal;

namespace Platform.Issues.Features;

/// <summary>Takes the orders of one run over, some at a time: each is held against the street as it is now, and no order becomes two issues, whichever runs it stands in.</summary>
internal sealed class TakeOrders(IssuesDb db, ImportRun run, HotlineReader reader, Phones phones, TimeProvider clock)
{
    private List<Guid> _tried = [];

    /// <summary>The next ones that nobody else is taking (SKIP LOCKED).</summary>
    /// <returns>How many there were.</returns>
    public Task<int> Some(int atMost, CancellationToken ct) => db.InOne(async () =>
    {
        _tried = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM import_rows WHERE tenant_id = {db.TenantId} AND run_id = {run.Id} AND state = 'New'
            ORDER BY number LIMIT {atMost} FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        if (_tried.Count == 0) return 0;
        var rows = await db.ImportRows.Where(x => _tried.Contains(x.Id)).OrderBy(x => x.Number).ToListAsync(ct);
        await db.HoldOrders(ct);
        var known = await db.KnownOrders(rows.Select(x => x.ExternalNumber), ct);
        var orders = new List<(ImportRow Row, HotlineOrder Order)>();
        foreach (var row in rows)
        {
            if (known.Contains(row.ExternalNumber)) row.IsKnown();
            else if (reader.Read(HotlineCells.From(phones.Read(row.Cells!))) is var (order, wrong) && order is null) row.IsWrong(wrong);
            else orders.Add((row, order!));
        }

        var now = clock.GetUtcNow();
        var receipts = await db.NextReceipts(orders.Count, now, ct);
        foreach (var ((row, order), receipt) in orders.Zip(receipts)) row.Became(Made(order, receipt, now));

        await db.SaveChangesAsync(ct);
        return rows.Count;
    }, ct);

    /// <summary>What was tried last and failed is wrong, and so in nobody's way.</summary>
    public Task<int> LeaveOut(CancellationToken ct) => db.InOne(async () =>
    {
        foreach (var row in await db.ImportRows.Where(x => _tried.Contains(x.Id) && x.State == ImportRowState.New).ToListAsync(ct))
            row.IsWrong([ImportRefusals.RowFailed]);
        await db.SaveChangesAsync(ct);
        return _tried.Count;
    }, ct);

    private Guid Made(HotlineOrder order, string receipt, DateTimeOffset now)
    {
        // Nobody is its author: who calls the hotline has asked for no account here, and hears from the hotline. See the README.
        var told = new Report(
            order.Title, order.Content, order.Category, new Place(order.Area.Id, order.Area.Path, order.Area.Level), Channel.Hotline, null, null, HideName: true,
            order.CalledOn, order.Number, order.WantedBy, order.IsConfidential);
        var (issue, fact) = Issue.Report(told, receipt, now, new Actor(run.StartedById, run.StartedByRole), isOfficial: true);
        db.Add(issue);
        // Who asked to stay unnamed does: the hotline knows whom to call.
        var contact = order.IsConfidential ? new Contact("", null, null) : new Contact(order.Caller, order.Phone, null);
        db.Add(new PostedRequest { IssueId = issue.Id, Address = order.Address, Answers = [] }.ReachedBy(contact.Encrypted(phones)));
        db.Say(issue, fact);
        return issue.Id;
    }
}
