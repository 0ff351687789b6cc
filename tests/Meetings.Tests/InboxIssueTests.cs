using CsCheck;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class InboxIssueTests
{
    private static readonly Guid[] Areas = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    /// <summary>What an issue says about itself, version by version: placed in an area, gone, or there again.</summary>
    private static readonly Gen<int[]> Lives = Gen.Int[0, 4].Array[1, 8];

    [Fact]
    public void FactsOfAnIssue_InAnyOrderAndTwice_EndTheSame() => Gen.Select(Lives, Gen.Int).Sample((life, seed) =>
    {
        var inOrder = Enumerable.Range(0, life.Length).ToArray();
        int[] mixed = [.. inOrder, .. inOrder];
        new Random(seed).Shuffle(mixed);

        var (one, other) = (Told(life, inOrder), Told(life, mixed));

        return (one.AreaId, one.Level, one.Scale, one.Gone, one.IsWaiting) == (other.AreaId, other.Level, other.Scale, other.Gone, other.IsWaiting);
    });

    [Fact]
    public void Triage_ThatWasOnItsWayWhenTheMeetingResolved_DoesNotBringTheIssueBack()
    {
        var issue = Told([0], [0]);
        issue.Stand(Standing.Resolved, At(100));

        issue.Place(Areas[0], AreaLevel.Neighbourhood, Scale.Hard, 50, At(99), null);
        Assert.False(issue.IsWaiting);

        issue.Place(Areas[0], AreaLevel.Neighbourhood, Scale.Hard, 51, At(101), null);
        Assert.True(issue.IsWaiting);
    }

    private static InboxIssue Told(int[] life, IEnumerable<int> order)
    {
        var issue = new InboxIssue(Guid.CreateVersion7(), "310113008-2026-000123");
        foreach (var i in order)
            if (life[i] < 3) issue.Place(Areas[life[i]], AreaLevel.Neighbourhood, Scale.Hard, i + 1, At(i), null);
            else issue.Presence(life[i] == 3 ? LeftBecause.Merged : null, i + 1);
        return issue;
    }

    private static DateTimeOffset At(int minute) => new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero).AddMinutes(minute);
}
