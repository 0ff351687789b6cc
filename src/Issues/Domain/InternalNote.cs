using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>
/// 内部备注: what whoever works on an issue tells the others. Only ever added, and read by those inside alone: it is no act, so history, facts and
/// every view that somebody outside may open know nothing of it.
/// </summary>
[AppendOnly]
public sealed class InternalNote : TenantRow
{
    public required Guid IssueId { get; init; }
    public required Guid ById { get; init; }
    public required Role ByRole { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}
