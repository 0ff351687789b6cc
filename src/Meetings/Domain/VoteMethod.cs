namespace Platform.Meetings.Domain;

/// <summary>
/// How a vote is counted. The first three weigh for against against, counted of those who take part; a ranked choice finds one of several
/// options; an owners' vote 业主表决 counts by number and by floor area, as article 278 of the Civil Code has it.
/// </summary>
public enum VoteMethod { Simple, TwoThirds, Consensus, RankedChoice, Owners }

/// <summary>
/// What owners decide. Special 特别事项: raising maintenance funds, rebuilding, changing the use of common parts or doing business with them
/// (article 278 (1), items 6 to 8), which need three quarters. Ordinary 一般事项: everything else, which needs over half.
/// </summary>
public enum OwnersMatter { Ordinary, Special }

/// <summary>How a ballot came: on the voter's own phone, as a hand that staff saw, or on paper.</summary>
public enum BallotWay { Online, Hand, Paper }

/// <summary>What somebody asks a vote to be. What is not said is as the meeting's rules have it.</summary>
/// <param name="Method">Without it a ranked choice where there are options, and else the majority of the rules.</param>
/// <param name="Options">Of a ranked choice, in the order of the ballot.</param>
/// <param name="Secret">Without it as the rules say; never for owners, whose floor area would tell whose a ballot is.</param>
/// <param name="Matter">Of an owners' vote.</param>
/// <param name="Register">Who the owners are: as it was when the vote opens.</param>
/// <param name="OpensAt">From when ballots are taken; without it at once.</param>
/// <param name="ClosesAt">Until when they are taken online; without it until staff close it.</param>
public sealed record VotePlan(
    VoteMethod? Method, string? Question, IReadOnlyList<string> Options, bool? Secret, OwnersMatter? Matter, OwnerRegister? Register,
    DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt)
{
    public const int OptionsAtLeast = 2, OptionsAtMost = 20, OptionLength = 100;

    /// <summary>The plan with everything said, under these rules.</summary>
    internal VotePlan Under(Rules rules)
    {
        var method = Method ?? (Options.Count > 0 ? VoteMethod.RankedChoice : MethodOf(rules.Majority));
        return this with { Method = method, Secret = Secret ?? (method is not VoteMethod.Owners && rules.SecretBallot) };
    }

    /// <summary>Whether what was given belongs to the method.</summary>
    internal bool Fits => Method switch
    {
        VoteMethod.RankedChoice => Options.Count is >= OptionsAtLeast and <= OptionsAtMost && Options.All(x => x.Trim().Length is > 0 and <= OptionLength)
            && Options.Select(x => x.Trim()).Distinct().Count() == Options.Count && Matter is null,
        VoteMethod.Owners => Matter is not null && Options.Count == 0 && Secret is not true,
        _ => Options.Count == 0 && Matter is null,
    };

    private static VoteMethod MethodOf(Majority majority) => majority switch
    {
        Majority.TwoThirds => VoteMethod.TwoThirds,
        Majority.Consensus => VoteMethod.Consensus,
        _ => VoteMethod.Simple,
    };
}
