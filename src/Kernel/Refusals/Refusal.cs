using Microsoft.AspNetCore.Http;

namespace Platform.Kernel.Refusals;

/// <summary>
/// One thing that the domain will not do, named once: a stable code with arguments. Its sentence is made in the reader's language at the
/// edge, from the service's RefusalTexts resources under the same code.
/// </summary>
public sealed record Refusal(string Code, int Status = StatusCodes.Status409Conflict)
{
    /// <summary>What the sentence's {0}, {1} … stand for. Enums are translated by their own entry: "IssueStatus.Closed".</summary>
    public IReadOnlyList<object> Args { get; init; } = [];

    /// <summary>The same refusal with arguments.</summary>
    public Refusal With(params object[] args) => this with { Args = args };
}

/// <summary>Thrown by whoever refuses: it cannot be overlooked, and call sites stay straight.</summary>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal.Code} ({string.Join(", ", refusal.Args)})")
{
    public Refusal Refusal { get; } = refusal;
}
