using Platform.Contracts;
using Platform.Contracts.Actions.V1;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Contracts.Meetings.V1;
using Platform.Contracts.Partners.V1;
using Platform.Contracts.Volunteers.V1;

namespace Platform.Insights.Tests;

/// <summary>The facts of one issue's whole journey, as the services say them: a duplicate merged in, a meeting, three actions in three hands, a rating.</summary>
public sealed class Journey
{
    private readonly InsightsWorld _world;
    private readonly List<Fact> _facts = [];

    public Journey(InsightsWorld world, int number)
    {
        _world = world;
        (Receipt, DuplicateReceipt) = ($"310113008-2026-{number:000000}", $"310113008-2026-{number + 1:000000}");
        Report();
        Deliberate();
        Act();
        Finish();
    }

    public string Receipt { get; }
    public string DuplicateReceipt { get; }
    public Guid Issue { get; } = Guid.CreateVersion7();
    public Guid Duplicate { get; } = Guid.CreateVersion7();
    public Guid Author { get; } = Guid.CreateVersion7();
    public Guid SecondAuthor { get; } = Guid.CreateVersion7();
    public Guid Meeting { get; } = Guid.CreateVersion7();
    public Guid OtherIssue { get; } = Guid.CreateVersion7();
    private Guid Staff { get; } = Guid.CreateVersion7();

    /// <summary>In the order in which they happened.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    public T Say<T>(T fact, Guid subject, int version, Guid? actor = null, string? receipt = null) where T : Fact
    {
        _world.Clock.Pass(TimeSpan.FromMinutes(7));
        var said = _world.Fact(fact, subject, version, actor: actor) with { ReceiptNumber = receipt };
        _facts.Add(said);
        return said;
    }

    private void Report()
    {
        Say(new IssueSubmitted { AreaId = _world.Building12, Channel = Channel.Poster, Category = "environment", Campaign = "b12" }, Issue, 1, Author, Receipt);
        Say(new IssueSubmitted { AreaId = _world.Building13, Channel = Channel.Web, Category = "environment" }, Duplicate, 1, SecondAuthor, DuplicateReceipt);
        Say(new IssueAccepted(), Issue, 2, Staff, Receipt);
        Say(new IssueMerged { IntoId = Issue, IntoReceiptNumber = Receipt }, Duplicate, 2, Staff, DuplicateReceipt);
        Say(new IssueTriaged
        {
            Scale = Scale.Hard, AreaId = _world.Building12, DeliberationAreaId = _world.Neighbourhood, DeliberationLevel = AreaLevel.Neighbourhood, FastLane = false,
        }, Issue, 3, Staff, Receipt);
    }

    private void Deliberate()
    {
        var (body, resolution, item, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var startsAt = _world.Clock.GetUtcNow().AddDays(3);
        Say(new MeetingConvened { BodyId = body, BodyKind = BodyKind.RedCouncil, AreaId = _world.Neighbourhood, StartsAt = startsAt }, Meeting, 2, Staff);
        Say(new AgendaPublished
        {
            BodyId = body, AreaId = _world.Neighbourhood, StartsAt = startsAt,
            Items = [new PublishedItem { ItemId = item, IssueId = Issue, ReceiptNumber = Receipt }, new PublishedItem { ItemId = other, IssueId = OtherIssue }],
        }, Meeting, 2, Staff);
        Say(new ItemDeferred { ItemId = other, IssueId = OtherIssue }, Meeting, 3, Staff);
        Actions =
        [
            new() { ActionId = Guid.CreateVersion7(), Kind = ActionKind.Property, What = "清理死角", AreaId = _world.Building12, DueOn = new DateOnly(2026, 12, 10) },
            new() { ActionId = Guid.CreateVersion7(), Kind = ActionKind.Partner, What = "营造花园", AreaId = _world.Building12, DueOn = new DateOnly(2026, 12, 20) },
            new() { ActionId = Guid.CreateVersion7(), Kind = ActionKind.Volunteers, What = "日常养护", AreaId = _world.Building12, DueOn = new DateOnly(2026, 12, 31) },
        ];
        Resolution = resolution;
        Say(new ResolutionAdopted { MeetingId = Meeting, ItemId = item, AreaId = _world.Neighbourhood, IssueId = Issue, Actions = Actions }, resolution, 1, Staff, Receipt);
        Say(new IssueActionsAssigned { ResolutionId = resolution, Actions = Actions }, Issue, 4, Staff, Receipt);
        Say(new MeetingConcluded { BodyId = body, BodyKind = BodyKind.RedCouncil, AreaId = _world.Neighbourhood, Attended = 12, Quorate = true }, Meeting, 4, Staff);
        Say(new MinutesPublished { BodyId = body }, Meeting, 5, Staff);
    }

    private void Act()
    {
        var (need, unit, activity) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Say(new NeedPublished { AreaId = _world.Building12, Category = "greening", ActionId = Actions[1].ActionId }, need, 1);
        Say(new NeedMatched { ResourceId = Guid.CreateVersion7(), UnitId = unit, ActionId = Actions[1].ActionId }, need, 2, Staff);
        Say(new ServiceDelivered { ServiceId = Guid.CreateVersion7(), UnitId = unit, PeopleServed = 30, ActionId = Actions[1].ActionId }, need, 3, Staff);
        Say(new ActionCompleted { ActionId = Actions[1].ActionId, Kind = ActionKind.Partner, ResolutionId = Resolution, IssueId = Issue }, need, 4, Staff, Receipt);
        Say(new ActivityOpened { AreaId = _world.Building12, StartsAt = _world.Clock.GetUtcNow(), Capacity = 14, ActionId = Actions[2].ActionId }, activity, 2, Staff);
        Say(new HoursCredited { PersonId = Guid.CreateVersion7(), ActivityId = activity, Minutes = 180 }, Guid.CreateVersion7(), 1, Staff);
        Say(new HoursCredited { PersonId = Guid.CreateVersion7(), ActivityId = activity, Minutes = 180 }, Guid.CreateVersion7(), 1, Staff);
        Say(new ActivityFinished { AreaId = _world.Building12, People = 2, Minutes = 360, ActionId = Actions[2].ActionId }, activity, 5, Staff);
        Say(new ActionCompleted { ActionId = Actions[2].ActionId, Kind = ActionKind.Volunteers, ResolutionId = Resolution, IssueId = Issue }, activity, 5, Staff, Receipt);
        Say(new ActionCompleted { ActionId = Actions[0].ActionId, Kind = ActionKind.Property, ResolutionId = Resolution, IssueId = Issue }, Issue, 5, Staff, Receipt);
    }

    private void Finish()
    {
        Say(new IssueCompleted(), Issue, 6, null, Receipt);
        Say(new IssueVerified { Done = true }, Issue, 7, Guid.CreateVersion7(), Receipt);
        Say(new IssueRated { Score = 5 }, Issue, 8, Author, Receipt);
        Say(new IssueClosed { Because = ClosedBecause.Satisfied }, Issue, 8, Author, Receipt);
    }

    private IReadOnlyList<ResolvedAction> Actions { get; set; } = [];
    private Guid Resolution { get; set; }
}
