namespace Platform.Insights.Domain;

/// <summary>The order in which things are told: by time; of what happened in one moment, as it goes in an issue's life.</summary>
public static class Story
{
    private static readonly string[] Life =
    [
        "IssueSubmitted", "IssueOverdue", "IssueDeclined", "IssueAppealed", "IssueAccepted", "IssueMerged", "IssueUnmerged", "IssueSuspended", "IssueResumed", "IssueTriaged",
        "PlanRoundOpened", "MeetingConvened", "AgendaPublished", "PlanFinalised", "ItemDeferred", "ItemEscalated", "ResolutionAdopted", "MeetingConcluded", "MinutesPublished", "MeetingCancelled", "MeetingSeriesMissed",
        "IssueEscalated", "IssueActionsAssigned", "NeedPublished", "NeedMatched", "ServiceDelivered", "ActivityOpened", "HoursCredited", "ActivityFinished",
        "ActionDeclined", "ActionCompleted", "IssueReturned", "IssueCompleted", "IssueVerified", "IssueRated", "IssueReopened", "IssueClosed", "IssueWithdrawn", "IssueVoided",
    ];

    public static IOrderedEnumerable<StoredFact> InOrder(this IEnumerable<StoredFact> facts) =>
        facts.OrderBy(x => x.At).ThenBy(x => Place(x.Kind)).ThenBy(x => x.Version).ThenBy(x => x.EventId);

    /// <summary>The steps of one aggregate: its version counts, whatever a clock says; several facts of one step as in life.</summary>
    public static IOrderedEnumerable<StoredFact> ByVersion(this IEnumerable<StoredFact> facts) =>
        facts.OrderBy(x => x.Version).ThenBy(x => Place(x.Kind)).ThenBy(x => x.EventId);

    private static int Place(string kind) => Array.IndexOf(Life, kind) is var place and >= 0 ? place : Life.Length;
}
