using System.Text.RegularExpressions;
using Platform.Meetings.Domain;
using static Platform.Meetings.Papers.PaperWords;

namespace Platform.Meetings.Papers;

/// <summary>The minutes as a Word document: the meeting's facts, the recorder's text, what was resolved and who does it, and how long they are posted.</summary>
public static partial class MinutesWord
{
    /// <param name="withNames">Who was there by name: for those of the room, never for the board.</param>
    public static byte[] Of(MinutesRecord record, bool withNames)
    {
        var (meeting, title) = (record.Meeting, Say("Title", record.Body));
        var paper = new WordPaper().Line(Setting.Title, title)
            .Line(Setting.Subtitle, Say(record.Minutes.PublishedAt is null ? "Subtitle.Draft" : "Subtitle", Day(DateOnly.FromDateTime(record.StartsAt))));
        Fact(paper, "Time", Moment(record.StartsAt));
        Fact(paper, "Place", meeting.Place);
        if (withNames) Names(paper, meeting);
        if (meeting.Quorum is { } quorum) Fact(paper, "Present", Say("Present.Of", quorum.Seats, quorum.Present, meeting.Guests.Count));

        foreach (var line in record.Minutes.Text.Split('\n').Select(x => x.Trim()).Where(x => x.Length > 0)) paper.Line(SettingOf(line), line);

        if (record.Actions.ToList() is { Count: > 0 } actions)
        {
            paper.Line(Setting.Heading, Say("Actions"));
            paper.Table([10, 50, 20, 20], [Say("Actions.Number"), Say("Actions.What"), Say("Actions.Who"), Say("Actions.DueOn")],
                actions.Index().Select(x => (IReadOnlyList<string>)[$"{x.Index + 1}", x.Item.What, Say($"Kind.{x.Item.Kind}"), Day(x.Item.DueOn)]));
        }

        if (record is { PostedFrom: { } from, Minutes.PostedUntil: { } until }) paper.Line(Setting.Text, Say("Posted", Day(from), Day(until)));
        return paper.Line(Setting.Signature, record.Body).Line(Setting.Signature, Day(record.PostedFrom ?? DateOnly.FromDateTime(record.StartsAt))).ToBytes(title);
    }

    private static void Names(WordPaper paper, Meeting meeting)
    {
        if (meeting.ChairName is { Length: > 0 } chair) Fact(paper, "Chair", chair);
        if (meeting.RecorderName is { Length: > 0 } recorder) Fact(paper, "Recorder", recorder);
        foreach (var seats in meeting.Roll.Where(x => x.IsPresent).GroupBy(x => x.Class).OrderBy(x => x.Key))
            Fact(paper, $"Seat.{seats.Key}", string.Join(Say("Names.Between"), seats.Select(x => x.Name).Order(StringComparer.Ordinal)));
        if (meeting.Roll.Where(x => !x.IsPresent).ToList() is { Count: > 0 } absent) Fact(paper, "Absent", string.Join(Say("Names.Between"), absent.OrderBy(x => x.Class).ThenBy(x => x.Name, StringComparer.Ordinal).Select(x => x.Name)));
        if (meeting.Guests.Count > 0)
            Fact(paper, "Guests", string.Join(Say("Names.Between"), meeting.Guests.OrderBy(x => x.Id).Select(x => x.From is { } from ? Say("Guests.From", x.Name, from) : x.Name)));
    }

    private static void Fact(WordPaper paper, string label, string value) => paper.Line(Setting.Text, (Say("Label", Say(label)), true), (value, false));

    // 一、 and （一） are how offices count; nobody has to mark a heading.
    private static Setting SettingOf(string line) =>
        FirstLevel().IsMatch(line) ? Setting.Heading : SecondLevel().IsMatch(line) ? Setting.SubHeading : Setting.Text;

    [GeneratedRegex("^([一二三四五六七八九十百]+、|[0-9]{1,2}\\.\\s)")]
    private static partial Regex FirstLevel();

    [GeneratedRegex("^[（(]([一二三四五六七八九十百]+|[0-9]{1,2})[）)]")]
    private static partial Regex SecondLevel();
}
