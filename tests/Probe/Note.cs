using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Probe;

/// <summary>Something written down, and how often its issue was heard of.</summary>
public sealed class Note : Aggregate, IHasReceipt
{
    public static readonly Refusal Empty = new("note.empty");

    private Note() { }

    public string Text { get; private set; } = "";
    public Guid? IssueId { get; private init; }
    public int Heard { get; private set; }
    public string? ReceiptNumber => IssueId is null ? null : "310113008-2026-000001";

    public static Note Of(string text, Guid? issueId = null) => new() { Text = text, IssueId = issueId };

    public void Change(string text) => Text = text.Trim() is { Length: > 0 } some ? some : throw new RefusedException(Empty);

    public void HearOf() => Heard++;
}
