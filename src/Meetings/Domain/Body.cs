using Platform.Contracts.Directory.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>A body 议事组织: who deliberates for an area, and by which rules.</summary>
public sealed class Body : Aggregate
{
    private readonly List<Seat> _seats = [];
    private readonly List<RuleSet> _ruleSets = [];

    private Body() { }

    public BodyKind Kind { get; private init; }
    public Guid AreaId { get; private init; }
    public AreaLevel Level { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>The venue whose body it is, where it was made because the venue was opened.</summary>
    public Guid? VenueId { get; private init; }

    /// <summary>Counts acts on the seats and rules, so that they are changes of the body.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<Seat> Seats => _seats;
    public IReadOnlyList<RuleSet> RuleSets => _ruleSets;

    /// <summary>The rules that the next meeting is convened under.</summary>
    public RuleSet InForce => _ruleSets.MaxBy(x => x.Number)!;

    /// <exception cref="RefusedException">The kind belongs to another level.</exception>
    public static Body Found(BodyKind kind, Guid areaId, AreaLevel level, string name, DateTimeOffset now, Guid? venueId = null)
    {
        if (LevelOf(kind) is { } fits && fits != level) throw new RefusedException(MeetingRefusals.KindDoesNotFit(kind, level));
        var body = new Body { Kind = kind, AreaId = areaId, Level = level, Name = name, VenueId = venueId };
        body._ruleSets.Add(new RuleSet(1, Rules.Default, "", now));
        return body;
    }

    public void Rename(string name) => Name = name;

    /// <summary>These people hold the seats, each for their term. Meetings that were convened keep their roll.</summary>
    /// <exception cref="RefusedException">Somebody has two seats, or a term ends before it begins.</exception>
    public void Seat(IReadOnlyList<Sitting> seats, DateOnly today)
    {
        if (seats.DistinctBy(x => x.PersonId).Count() != seats.Count) throw new RefusedException(MeetingRefusals.SeatedTwice);
        _seats.RemoveAll(x => seats.All(s => s.PersonId != x.PersonId));
        foreach (var sitting in seats)
        {
            var held = _seats.SingleOrDefault(x => x.PersonId == sitting.PersonId);
            if (held is null) _seats.Add(held = new Seat(sitting.PersonId));
            held.Now(sitting, today);
        }

        Changes++;
    }

    /// <summary>One more seat, or that person's anew; everybody else's stays as it is.</summary>
    /// <exception cref="RefusedException">400 seat.ends-before-it-begins.</exception>
    public void Appoint(Sitting sitting, DateOnly today) => Seat(
        [.. _seats.Where(x => x.PersonId != sitting.PersonId).Select(x => new Sitting(x.PersonId, x.Name, x.Class, x.From, x.To)), sitting], today);

    /// <summary>Somebody's seat ends.</summary>
    public void Unseat(Guid personId)
    {
        _seats.RemoveAll(x => x.PersonId == personId);
        Changes++;
    }

    /// <summary>A new version of the rules. Earlier ones stay as they are.</summary>
    /// <exception cref="RefusedException">They ask for nobody, or for more than everybody.</exception>
    public RuleSet Adopt(Rules rules, string text, DateTimeOffset now)
    {
        if (rules is { HeadsAtLeast: null, ShareNumerator: null } || rules.ShareNumerator is null != rules.ShareDenominator is null
            || rules.ShareNumerator > rules.ShareDenominator)
            throw new RefusedException(MeetingRefusals.BadQuorum);
        var adopted = new RuleSet(InForce.Number + 1, rules, text, now);
        _ruleSets.Add(adopted);
        Changes++;
        return adopted;
    }

    /// <summary>The level that a kind belongs to; null where it may sit anywhere.</summary>
    private static AreaLevel? LevelOf(BodyKind kind) => kind switch
    {
        BodyKind.BuildingPoint => AreaLevel.Building,
        BodyKind.GridPavilion => AreaLevel.Grid,
        BodyKind.NeighbourhoodHall => AreaLevel.Neighbourhood,
        BodyKind.GreatPartyCommittee => AreaLevel.Street,
        _ => null,
    };
}
