using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Web.Clients.Insights;
using Platform.Web.Kit;

namespace Platform.Web.Console.Timelines;

/// <summary>A step in words: what happened, what is worth saying of it, how it feels, whose part of the platform it is.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Lines">What is worth saying of it.</param>
/// <param name="Tone">How it feels.</param>
/// <param name="Source">议题, 议事, 志愿, 共建.</param>
public sealed record Step(string Title, IReadOnlyList<string> Lines, Tone Tone, string Source);

/// <summary>Turns facts into words. A kind that has no words yet shows its own name: better than silence.</summary>
public sealed class Story(IStringLocalizer<TimelinesTexts> texts, Dates dates)
{
    public Step Tell(ShowTimelineEntry entry)
    {
        var title = texts[entry.Kind];
        return new Step(title.ResourceNotFound ? entry.Kind : title, [.. Lines(entry.Kind, entry.Data)], ToneOf(entry), texts[$"Service.{SourceOf(entry)}"]);
    }

    private IEnumerable<string> Lines(string kind, ShowTimelineEntryData x)
    {
        if (x.Channel is { } channel) yield return texts["Via", texts[$"Channel.{channel}"]];
        if (x.Scale is { } scale) yield return x.FastLane is true ? texts["FastLane", texts[$"Scale.{scale}"]] : texts["Triaged", texts[$"Scale.{scale}"], texts[$"Level.{x.DeliberationLevel}"]];
        else if (x.DeliberationLevel is { } level) yield return texts["Escalated", texts[$"Level.{level}"]];
        if (x.IntoReceiptNumber is { } into) yield return texts["Into", into];
        if (x.StartsAt is { } starts) yield return texts["Starts", dates.Full(starts)];
        if (x is { Round: { } round, PlanVersion: { } version }) yield return texts["PlanRound", round, version];
        if (x.ByVote is { } vote) yield return vote ? texts["PlanByVote"] : texts["PlanByConsensus", x.Rounds ?? 0];
        if (x.Attended is { } attended) yield return texts[x.Quorate is true ? "Quorate" : "NotQuorate", attended];
        foreach (var action in x.Actions ?? []) yield return texts["Action", texts[$"Hands.{action.Kind}"], action.What, dates.Say(action.DueOn)];
        if (kind.StartsWith("Action", StringComparison.Ordinal) && x.Kind is { } hands) yield return texts["By", texts[$"Hands.{hands}"]];
        if (x.Reason is { } reason) yield return texts["Reason", reason];
        if (x.Capacity is { } capacity) yield return texts["Capacity", capacity];
        if (x.People is { } people) yield return texts["People", people];
        if (x.Minutes is { } minutes) yield return texts["Hours", (minutes / 60m).ToString("0.#", CultureInfo.CurrentCulture)];
        if (x.PeopleServed is { } served) yield return texts["Served", served];
        if (x.Done is { } done) yield return texts[done ? "FoundDone" : "FoundNotDone"];
        if (x.Score is { } score) yield return texts["Score", score];
        if (x.Times is { } times) yield return texts["Times", times];
        if (x.Because is { } because) yield return texts[$"Because.{because}"];
    }

    // What volunteers and partners report back is theirs, though the fact is everybody's.
    private static string SourceOf(ShowTimelineEntry entry) => entry.Service != "actions" ? entry.Service : entry.Data.Kind switch
    {
        ActionKind.Volunteers => "volunteers",
        ActionKind.Partner or ActionKind.ThirdParty => "partners",
        _ => "issues",
    };

    private static Tone ToneOf(ShowTimelineEntry entry) => entry.Kind switch
    {
        "IssueDeclined" or "ActionDeclined" or "IssueVoided" or "IssueReopened" or "IssueOverdue" => Tone.Bad,
        "IssueAppealed" or "IssueSuspended" or "ItemDeferred" or "MeetingCancelled" or "MeetingSeriesMissed" or "IssueReturned" => Tone.Warning,
        "IssueVerified" when entry.Data.Done is false => Tone.Bad,
        "IssueClosed" or "ActionCompleted" or "IssueVerified" or "IssueRated" or "ServiceDelivered" or "ActivityFinished" or "IssueAccepted" or "PlanFinalised" or "TrainingCompleted" => Tone.Good,
        "MeetingConvened" or "AgendaPublished" or "ResolutionAdopted" or "MeetingConcluded" or "MinutesPublished" or "ItemEscalated" or "IssueEscalated" or "PlanRoundOpened" => Tone.Talking,
        "IssueMerged" or "IssueUnmerged" or "IssueWithdrawn" => Tone.Quiet,
        "IssueSubmitted" or "IssueTriaged" => Tone.Waiting,
        _ => Tone.Doing,
    };
}
