using Grpc.Core;
using Platform.Contracts.Issues.Grpc.V1;

namespace Platform.Meetings.Features;

/// <summary>
/// What issues say, asked of Issues with the caller's own token whenever it is shown, and never kept. While Issues is away, or does not
/// let this caller read, an agenda is shown with receipt numbers alone.
/// </summary>
public sealed class IssueTexts(Contracts.Issues.Grpc.V1.Issues.IssuesClient issues, ILogger<IssueTexts> log)
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyDictionary<Guid, IssueText>> Of(IEnumerable<Guid> issueIds, CancellationToken ct)
    {
        var texts = new Dictionary<Guid, IssueText>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            foreach (var batch in issueIds.Distinct().Chunk(BatchSize))
            {
                var request = new GetTextsRequest { IssueIds = { batch.Select(x => x.ToString()) } };
                foreach (var text in (await issues.GetTextsAsync(request, cancellationToken: limit.Token)).Issues) texts[Guid.Parse(text.IssueId)] = text;
            }
        }
        catch (RpcException e) when (!ct.IsCancellationRequested && e.StatusCode is
            StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.PermissionDenied or StatusCode.Unauthenticated)
        {
            log.LogWarning("Issues' texts are not to be had: {Status}", e.StatusCode);
        }

        return texts;
    }
}
