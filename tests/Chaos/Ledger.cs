using System.Collections.Concurrent;

namespace Platform.Chaos;

/// <summary>A resolution that was acknowledged, with the issue that it is about.</summary>
internal sealed record Adopted(Guid Resolution, Guid Issue, Guid Meeting);

/// <summary>What the platform has acknowledged: an answer of success is a promise, and this is the list of them.</summary>
internal sealed class Ledger
{
    private long _repeated, _lastAnswer = TimeProvider.System.GetTimestamp();

    /// <summary>Issues by id, with the word that is in no other's title.</summary>
    public ConcurrentDictionary<Guid, string> Issues { get; } = [];

    /// <summary>What was done with an issue and acknowledged: Accepted, Triaged.</summary>
    public ConcurrentBag<(Guid Issue, string Act)> Acts { get; } = [];

    /// <summary>Meetings by id, with the place that is no other's.</summary>
    public ConcurrentDictionary<Guid, string> Meetings { get; } = [];

    /// <summary>Votes that were closed after three ballots.</summary>
    public ConcurrentBag<Guid> Votes { get; } = [];

    /// <summary>Resolutions.</summary>
    public ConcurrentBag<Adopted> Resolutions { get; } = [];

    /// <summary>Answers that should never come: 500s, and refusals of something that was right.</summary>
    public ConcurrentQueue<string> Surprises { get; } = [];

    /// <summary>How many promises there are.</summary>
    public int Count => Issues.Count + Acts.Count + Meetings.Count + Votes.Count + Resolutions.Count;

    /// <summary>How often a request was sent again under its key, because there was no answer or none that helped.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>The longest time without an acknowledged write since <see cref="Watch"/>.</summary>
    public TimeSpan LongestGap { get; private set; }

    /// <summary>Begins to measure gaps anew.</summary>
    public void Watch()
    {
        Interlocked.Exchange(ref _lastAnswer, TimeProvider.System.GetTimestamp());
        LongestGap = TimeSpan.Zero;
    }

    public void Again() => Interlocked.Increment(ref _repeated);

    /// <summary>A write was acknowledged just now.</summary>
    public void Acknowledge()
    {
        var gap = TimeProvider.System.GetElapsedTime(Interlocked.Exchange(ref _lastAnswer, TimeProvider.System.GetTimestamp()));
        if (gap > LongestGap) LongestGap = gap;
    }
}
