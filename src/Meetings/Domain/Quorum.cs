namespace Platform.Meetings.Domain;

/// <summary>One seat class on the roll: seats, how many are there, how many must be.</summary>
public sealed record ClassCount(SeatClass Class, int Seats, int Present, int Needed);

/// <summary>Whether a meeting may decide: counted from its roll by heads and by seat class, each person once.</summary>
public sealed record Quorum(int Seats, int Present, int Needed, IReadOnlyList<ClassCount> Classes)
{
    public bool Reached => Present >= Needed && Classes.All(x => x.Present >= x.Needed);

    /// <summary>Counts. Somebody must be there, whatever the rules say.</summary>
    public static Quorum Of(IEnumerable<(Guid Person, SeatClass Class, bool Present)> roll, Rules rules)
    {
        var people = roll.DistinctBy(x => x.Person).ToList();
        var share = rules is { ShareNumerator: { } n, ShareDenominator: { } d } ? (people.Count * n + d - 1) / d : 0;
        return new Quorum(people.Count, people.Count(x => x.Present), Math.Max(1, Math.Max(rules.HeadsAtLeast ?? 0, share)),
            [.. Enum.GetValues<SeatClass>().Select(c => new ClassCount(
                c, people.Count(x => x.Class == c), people.Count(x => x.Class == c && x.Present), rules.PerClass.Of(c)))]);
    }
}
