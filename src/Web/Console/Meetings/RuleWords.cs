using Microsoft.Extensions.Localization;
using Platform.Web.Clients.Meetings;

namespace Platform.Web.Console.Meetings;

/// <summary>The parameters of rules as people say them: one version's facts, and what differs between two.</summary>
internal static class RuleWords
{
    public static IReadOnlyList<(string Name, string Words)> Of(this IStringLocalizer<MeetingsTexts> texts, Rules rules) =>
    [
        (texts["Quorum"], string.Join(texts["And"], texts.Needs(rules))),
        (texts["Majority"], texts[$"Majority.{rules.Majority}"]),
        (texts["Notice"], texts["Days", rules.NoticeDays ?? 0]),
        (texts["Publication"], texts["Days", rules.PublicationDays ?? 0]),
        (texts["Speaking"], rules.SpeakingSeconds is { } seconds ? texts["Speaking.Limit", Kit.Spoken.Time(seconds)] : texts["Speaking.None"]),
        (texts["Floor"], texts[$"Floor.{rules.Floor ?? Floor.Seated}"]),
        (texts["SecretBallot"], texts.YesOrNo(rules.SecretBallot)),
        (texts["Recusal"], texts.YesOrNo(rules.Recusal)),
        (texts["FallbackVote"], texts.YesOrNo(rules.FallbackVote)),
        (texts["MinutesApproved"], texts.YesOrNo(rules.MinutesApproved)),
    ];

    private static string YesOrNo(this IStringLocalizer<MeetingsTexts> texts, bool? on) => texts[on == true ? "Yes" : "No"];

    private static IEnumerable<string> Needs(this IStringLocalizer<MeetingsTexts> texts, Rules rules)
    {
        if (rules is { ShareNumerator: { } n, ShareDenominator: { } d }) yield return texts["Quorum.Share", $"{n}/{d}"];
        if (rules.HeadsAtLeast is { } heads) yield return texts["Quorum.Heads", heads];
        foreach (var (name, needed) in new[] { (SeatClass.Branch, rules.PerClass.Branch), (SeatClass.OwnersCommittee, rules.PerClass.OwnersCommittee),
                     (SeatClass.PropertyManager, rules.PerClass.PropertyManager), (SeatClass.Residents, rules.PerClass.Residents) })
            if (needed > 0) yield return texts["Quorum.Class", texts[$"SeatClass.{name}"].Value, needed];
    }
}
