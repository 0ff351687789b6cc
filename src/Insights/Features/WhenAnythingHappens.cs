using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Events;

namespace Platform.Insights.Features;

/// <summary>
/// Stores every fact of every service, whole and as it was written, and reads out of it what the read models need. What is stored is the inbox: the
/// event's id is its key, and is never forgotten.
/// </summary>
public sealed class WhenAnythingHappens(InsightsDb db, ReadModels models, ConsumeContext context) : Reaction<IEvent>(db)
{
    protected override Task<bool> HadItsEffect(IEvent fact, string name, CancellationToken ct) => db.Facts.AnyAsync(x => x.EventId == fact.EventId, ct);

    protected override void Remember(IEvent fact, string name) { }

    // The transaction is the kernel's: the lock of an issue holds until what was folded under it is visible.
    protected override async Task React(IEvent fact, CancellationToken ct)
    {
        var stored = new StoredFact
        {
            EventId = fact.EventId, TenantId = fact.TenantId, Type = TypeOf(context), At = fact.At, ActorId = fact.ActorId, SubjectId = fact.SubjectId,
            Version = fact.Version, ReceiptNumber = fact.ReceiptNumber, Body = BodyOf(context),
        };
        await models.Take(stored, ct);
        db.Facts.Add(stored);
    }

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
