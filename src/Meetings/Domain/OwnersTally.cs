namespace Platform.Meetings.Domain;

/// <summary>An owner as a vote weighs them.</summary>
/// <param name="Area">The exclusive floor area 专有部分面积 of all their units, in hundredths of a square metre.</param>
public sealed record OwnerShare(Guid Id, long Area);

/// <summary>
/// One of the two measures of an owners' vote: owners, or hundredths of a square metre. Whole numbers, compared by multiplying: an edge is
/// met exactly or not at all.
/// </summary>
/// <param name="Whole">All of the register.</param>
/// <param name="TakingPart">Those who handed in a ballot, whatever it says.</param>
public sealed record Measure(long Whole, long TakingPart, long For, long Against, long Abstain)
{
    /// <summary>Two thirds or more take part; the Code's 以上 includes the number itself (article 1259).</summary>
    public bool EnoughTakePart => Whole > 0 && 3 * TakingPart >= 2 * Whole;

    /// <summary>Of those taking part: over half 过半数 for an ordinary matter; three quarters or more for a special one.</summary>
    public bool Passes(OwnersMatter matter) => TakingPart > 0 && (matter is OwnersMatter.Special ? 4 * For >= 3 * TakingPart : 2 * For > TakingPart);

    internal static Measure Of(IReadOnlyCollection<OwnerShare> register, IReadOnlyDictionary<Guid, Marking> ballots, Func<OwnerShare, long> weight)
    {
        long Sum(Func<OwnerShare, bool> such) => register.Where(such).Sum(weight);
        long Saying(Choice choice) => Sum(x => ballots.TryGetValue(x.Id, out var says) && says.Choice == choice);
        return new Measure(Sum(_ => true), Sum(x => ballots.ContainsKey(x.Id)), Saying(Choice.For), Saying(Choice.Against), Saying(Choice.Abstain));
    }
}

/// <summary>
/// The owners' double majority, Civil Code article 278: owners of two thirds of the floor area and two thirds of the owners by number take part;
/// then an ordinary matter needs over half, and one of items 6 to 8 three quarters, of the area and of the number taking part. How owners are
/// counted follows the Supreme Court's interpretation on ownership of buildings (法释〔2009〕7号, articles 8 and 9): one a unit, joint
/// owners being one, and whoever holds several units one with the sum of their area. That a large owner's weight be capped is not in the law, so it is not here.
/// </summary>
public sealed record OwnersTally(Measure ByNumber, Measure ByArea)
{
    /// <summary>Both measures, taking part and then agreeing.</summary>
    public bool Passes(OwnersMatter matter) => ByNumber.EnoughTakePart && ByArea.EnoughTakePart && ByNumber.Passes(matter) && ByArea.Passes(matter);

    /// <summary>A ballot of somebody who is not in the register weighs nothing.</summary>
    public static OwnersTally Of(IReadOnlyCollection<OwnerShare> register, IReadOnlyDictionary<Guid, Marking> ballots) =>
        new(Measure.Of(register, ballots, _ => 1), Measure.Of(register, ballots, x => x.Area));
}
