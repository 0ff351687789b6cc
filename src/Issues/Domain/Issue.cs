using Platform.Contracts;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>
/// Something that a resident wants settled 议题. Acts check, move, write history, and return the facts to say. What may follow what is
/// <see cref="IssueMoves.Table"/>; the acts of deliberation and of the work are in the files beside this one.
/// </summary>
public sealed partial class Issue : Aggregate, IHasReceipt
{
    private readonly List<IssueHistory> _history = [];
    private readonly List<IssueAction> _actions = [];
    private readonly List<AgendaItem> _items = [];
    private readonly List<TriageDecision> _triages = [];

    private Issue() { }

    public string ReceiptNumber { get; private init; } = "";
    public string Title { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string Category { get; private init; } = "";
    public Guid AreaId { get; private init; }
    public string AreaPath { get; private init; } = "";
    public Channel Channel { get; private init; }
    public string? Campaign { get; private init; }

    /// <summary>The number that another office gave it: the hotline's order. Once in a street.</summary>
    public string? ExternalNumber { get; private init; }

    /// <summary>By when that office wants it done 办理时限. The work's clock keeps to it where the class would give more.</summary>
    public DateOnly? WantedBy { get; private init; }

    /// <summary>保密: whoever raised it asked that it stay among those who deal with it, so the public never sees it.</summary>
    public bool IsConfidential { get; private init; }

    /// <summary>Who wants it settled: follows, rates, appeals. Null where staff entered it and nobody is known.</summary>
    public Guid? AuthorId { get; private set; }

    public bool HideName { get; private set; }
    public DateTimeOffset SubmittedAt { get; private init; }

    public IssueStatus Status { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How many lines its history has: their order, also where two have the same time.</summary>
    public int Lines { get; private set; }

    public Scale? Scale { get; private set; }
    public bool FastLane { get; private set; }
    public Guid? DeliberationAreaId { get; private set; }
    public AreaLevel? DeliberationLevel { get; private set; }
    public Guid? HandlerId { get; private set; }
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Where it goes back to when the merging is undone, or the waiting is over.</summary>
    public IssueStatus? StatusBefore { get; private set; }

    public Guid? DeclinedById { get; private set; }
    public bool Appealed { get; private set; }
    public bool AppealPending { get; private set; }
    public int Reopened { get; private set; }
    public DateTimeOffset? RateBy { get; private set; }
    public int? Score { get; private set; }
    public ClosedBecause? ClosedBecause { get; private set; }

    public IReadOnlyList<IssueHistory> History => _history;
    public IReadOnlyList<IssueAction> Actions => _actions;
    public IReadOnlyList<AgendaItem> Items => _items;
    public IReadOnlyList<TriageDecision> Triages => _triages;
    public bool HasEnded => IssueMoves.Ended.Contains(Status);

    /// <param name="told">What was told.</param>
    /// <param name="receiptNumber">The number that it keeps.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Who entered it in the author's stead; null where they did so themselves.</param>
    /// <param name="isOfficial">It comes from an office that vouches for it, so nobody needs to confirm it.</param>
    public static (Issue, Fact) Report(Report told, string receiptNumber, DateTimeOffset now, Actor? by = null, bool isOfficial = false)
    {
        var issue = new Issue
        {
            ReceiptNumber = receiptNumber, Title = told.Title, Text = told.Text, Category = told.Category, AreaId = told.Area.Id,
            AreaPath = told.Area.Path, Channel = told.Channel, Campaign = told.Campaign, AuthorId = told.AuthorId, HideName = told.HideName,
            SubmittedAt = now, RaisedOn = told.RaisedOn, EnteredById = by?.Id, Entry = by is null || isOfficial ? null : EntryState.Unconfirmed,
            ExternalNumber = told.ExternalNumber, WantedBy = told.WantedBy, IsConfidential = told.IsConfidential,
        };
        issue.Write(by is null ? IssueAct.Submitted : IssueAct.Entered, IssueStatus.Submitted, by ?? new Actor(told.AuthorId, null), now);
        issue.TurnClock(now);
        return (issue, new IssueSubmitted
        {
            AreaId = issue.AreaId, Channel = issue.Channel, Category = issue.Category, Campaign = issue.Campaign, RaisedOn = issue.RaisedOn,
            Proxy = by is null ? null : true, AuthorId = by is null ? null : issue.AuthorId,
        });
    }

    private void DemandAuthor(Actor by)
    {
        if (by.Id is null || by.Id != AuthorId) throw new RefusedException(IssueRefusals.NotYours);
    }

    private void Demand(IssueStatus status, IssueStatus wanted)
    {
        if (Status != status) throw new RefusedException(IssueRefusals.CannotMove(Status, wanted));
    }

    private void Move(IssueStatus to, IssueAct act, Actor by, DateTimeOffset now, string? words = null, string? about = null)
    {
        if (!IssueMoves.Table[Status].Contains(to)) throw new RefusedException(IssueRefusals.CannotMove(Status, to));
        StrikeClock(now);
        var from = Status;
        Status = to;
        Write(act, from, by, now, words, about);
        TurnClock(now);
        LapseRequest(now);
        RecallDispatches(now);
    }

    /// <summary>A line of history. It also touches the issue, so that whatever happens to it gives it a new version.</summary>
    private void Write(IssueAct act, IssueStatus from, Actor by, DateTimeOffset at, string? words = null, string? about = null)
    {
        if (at > ChangedAt) ChangedAt = at;
        _history.Add(new IssueHistory
        {
            IssueId = Id, Order = ++Lines, At = at, ById = by.Id, ByRole = by.As, Act = act, From = from, To = Status, Words = words, About = about,
        });
    }

    private void Note(IssueAct act, Actor by, DateTimeOffset at, string? words = null, string? about = null) => Write(act, Status, by, at, words, about);
}

/// <summary>An area, as far as the rules need it.</summary>
public sealed record Place(Guid Id, string Path, AreaLevel Level);
