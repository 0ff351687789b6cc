using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Events;

namespace Platform.Insights.Features;

/// <summary>
/// Stores every fact of every service, whole and as it was written, and reads out of it what the read models need. The event id is the
/// key, so also a delivery after the inbox was pruned has no second effect.
/// </summary>
public sealed class WhenAnythingHappens(InsightsDb db, ReadModels models, ConsumeContext context) : Reaction<IEvent>(db)
{
    // Stored in a transaction of its own, since the lock of an issue must hold until it is visible. Should the inbox row not follow, the
    // event's id is known here already.
    protected override Task React(IEvent fact, CancellationToken ct) => db.InOne(async () =>
    {
        if (await db.Facts.AnyAsync(x => x.EventId == fact.EventId, ct)) return false;
        var stored = new StoredFact
        {
            EventId = fact.EventId, TenantId = fact.TenantId, Type = TypeOf(context), At = fact.At, ActorId = fact.ActorId, SubjectId = fact.SubjectId,
            Version = fact.Version, ReceiptNumber = fact.ReceiptNumber, Body = BodyOf(context),
        };
        await models.Take(stored, ct);
        db.Facts.Add(stored);
        await db.SaveChangesAsync(ct);
        return true;
    }, ct);

    // urn:message:Platform.Contracts.Issues.V1:IssueTriaged, the fact's own type first, then what it is besides.
    private static string TypeOf(ConsumeContext context) =>
        context.SupportedMessageTypes.First()["urn:message:".Length..].Replace(':', '.');

    // The consumer sees the envelope's interface only; the payload is read from the message as it came.
    private static string BodyOf(ConsumeContext context)
    {
        using var whole = JsonDocument.Parse(context.ReceiveContext.GetBody());
        return whole.RootElement.GetProperty("message").GetRawText();
    }
}
