namespace Platform.Meetings.Domain;

/// <summary>What a ballot says.</summary>
public enum Choice { For, Against, Abstain }

/// <summary>The count of a vote. Made from ballots alone, so that anybody with the right to see them can make it again.</summary>
public sealed record Tally(int For, int Against, int Abstain)
{
    public int TakingPart => For + Against + Abstain;

    /// <summary>Each person's last ballot counts, in whatever order they are read.</summary>
    public static Tally Of(IEnumerable<Ballot> ballots)
    {
        var last = ballots.GroupBy(x => x.PersonId).Select(x => x.MaxBy(b => b.Turn)!.Choice).ToList();
        return new Tally(last.Count(x => x is Choice.For), last.Count(x => x is Choice.Against), last.Count(x => x is Choice.Abstain));
    }

    /// <summary>Over half; two thirds or more; nobody against and somebody for.</summary>
    public bool Passes(Majority majority) => majority switch
    {
        Majority.Simple => 2 * For > TakingPart,
        Majority.TwoThirds => For > 0 && 3 * For >= 2 * TakingPart,
        _ => For > 0 && Against == 0,
    };
}
