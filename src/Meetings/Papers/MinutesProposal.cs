using System.Text;
using Platform.Meetings.Domain;
using static Platform.Meetings.Papers.PaperWords;

namespace Platform.Meetings.Papers;

/// <summary>The text that a recorder begins with: what the record knows, in the order of the agenda. What was meant and felt is theirs to write.</summary>
public static class MinutesProposal
{
    public static string Of(MinutesRecord record)
    {
        var text = new StringBuilder();
        text.AppendLine(Say("Heading", Count(1), Say("Attendance")));
        if (record.Meeting.Quorum is { } quorum)
            text.AppendLine(Say(quorum.Reached ? "Attendance.Quorate" : "Attendance.NotQuorate", quorum.Seats, quorum.Present, quorum.Needed));
        if (record.Meeting.Guests.Count > 0) text.AppendLine(Say("Attendance.Guests", record.Meeting.Guests.Count));

        foreach (var (i, item) in record.Items.Index())
        {
            text.AppendLine().AppendLine(Say("Heading", Count(i + 2), item.Title));
            foreach (var points in item.Points.GroupBy(x => x.Stance).OrderBy(x => x.Key))
                text.AppendLine(Say($"Points.{points.Key}", string.Join(Say("Points.Between"), points.Select(x => x.What.TrimEnd('。', '.', '；', ';')))));
            foreach (var vote in item.Votes.Where(x => !x.IsOpen)) text.AppendLine(VoteLine(vote));
            text.AppendLine(OutcomeLine(item));
            if (item.Resolution is not { } resolution) continue;
            if (resolution.Reasons.Length > 0) text.AppendLine(Say("Resolution.Reasons", resolution.Reasons));
            foreach (var (n, action) in resolution.Actions.OrderBy(x => x.DueOn).ThenBy(x => x.Id).Index())
                text.AppendLine(Say("Action", n + 1, action.What, Say($"Kind.{action.Kind}"), Day(action.DueOn)));
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private static string VoteLine(Vote vote) => Say(
        vote.Passed is true ? "Vote.Passed" : "Vote.Failed", Say($"Majority.{vote.Majority}"), vote.For, vote.Against, vote.Abstain, vote.Question ?? "");

    private static string OutcomeLine(ItemRecord item) => item.Outcome switch
    {
        Outcome.Resolved => Say("Outcome.Resolved", item.Resolution?.Text.TrimEnd('。', '.') ?? ""),
        Outcome.Deferred when item.Until is { } until => Say("Outcome.DeferredUntil", Day(until), item.Reason ?? ""),
        Outcome.Deferred => Say("Outcome.Deferred", item.Reason ?? ""),
        Outcome.Escalated => Say("Outcome.Escalated", item.Reason ?? ""),
        _ => Say("Outcome.Pending"),
    };
}
