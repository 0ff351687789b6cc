using System.Text.Json;
using MassTransit;
using Platform.Contracts;
using Platform.Insights.Data;
using Platform.Insights.Domain;
using Platform.Kernel.Events;

namespace Platform.Insights.Features;

/// <summary>
/// Stores every fact of every service, whole and as it was written, and reads out of it what the read models need. What is stored is the inbox: the
/// event's id is its key, and is never forgotten.
/// </summary>
public sealed class WhenAnythingHappens(InsightsDb db, ReadModels models, Groups groups) : GroupReaction<IEvent>(db, groups)
{
    // The transaction is the kernel's: the lock of an issue holds until what was folded under it is visible.
    protected override Task React(IReadOnlyList<ConsumeContext<IEvent>> facts, CancellationToken ct) => models.Take([.. facts.Select(Stored)], ct);

    private static StoredFact Stored(ConsumeContext<IEvent> context) => new()
    {
        EventId = context.Message.EventId,
        TenantId = context.Message.TenantId,
        Type = TypeOf(context),
        At = context.Message.At,
        ActorId = context.Message.ActorId,
        SubjectId = context.Message.SubjectId,
        Version = context.Message.Version,
        ReceiptNumber = context.Message.ReceiptNumber,
        Body = BodyOf(context),
    };

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
