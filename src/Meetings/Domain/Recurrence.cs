using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>
/// Which days something comes again on, as RFC 5545 writes it (RRULE). Days only: the hour is the series', in the street's zone, so neither
/// another zone nor a change of its clock moves a day. It has no end of its own: when a series ends stands in the series alone.
/// </summary>
public sealed record Recurrence
{
    /// <summary>Characters that a rule may have.</summary>
    public const int Length = 200;

    // A rule that fits nothing in so many steps never comes: a leap day is found within eight years of days.
    private const int LooksInVain = 3_000;

    private static readonly string[] Known = ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "WKST"];
    private static readonly string[] WithinADay = ["BYHOUR", "BYMINUTE", "BYSECOND"];

    private Recurrence(string rule) => Rule = rule;

    /// <summary>As it is kept: upper case, without RRULE: in front.</summary>
    public string Rule { get; }

    /// <exception cref="RefusedException">400 series.bad-rule: not a rule, or one that ends itself; 400 series.too-dense: more than once a day.</exception>
    public static Recurrence Of(string rule)
    {
        rule = rule.Trim().ToUpperInvariant();
        if (rule.StartsWith("RRULE:", StringComparison.Ordinal)) rule = rule["RRULE:".Length..];
        var parts = rule.Split(';').Select(x => x.Split('=')).ToList();
        if (parts.Find(x => x.Length != 2 || x[1].Length == 0) is { } broken) throw Bad(string.Join('=', broken));
        if (parts.GroupBy(x => x[0]).FirstOrDefault(x => x.Count() > 1) is { } twice) throw Bad(twice.Key);
        if (parts.Exists(x => WithinADay.Contains(x[0]) || x is ["FREQ", "SECONDLY" or "MINUTELY" or "HOURLY"])) throw new RefusedException(SeriesRefusals.TooDense);
        if (parts.Find(x => !Known.Contains(x[0])) is { } unknown) throw Bad(unknown[0]);
        if (!parts.Exists(x => x[0] is "FREQ")) throw Bad("FREQ");
        try
        {
            // A week has each of its days once: the second Monday is a month's.
            if (new RecurrenceRule(rule) is { Frequency: FrequencyType.Daily or FrequencyType.Weekly } read && read.ByDay.Exists(x => x.Offset is not null)) throw Bad("BYDAY");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw Bad(parts.Select(x => string.Join('=', x)).FirstOrDefault(x => !Reads(x)) ?? rule);
        }

        return new Recurrence(rule);
    }

    /// <summary>What was kept, which was a rule when it was.</summary>
    internal static Recurrence Kept(string rule) => new(rule);

    /// <summary>Its days from the first on, the first among them only where the rule names it. Ends where it never comes again.</summary>
    public IEnumerable<DateOnly> From(DateOnly first)
    {
        var start = new CalDateTime(first);
        var days = new RecurrencePatternEvaluator(new RecurrenceRule(Rule)).Evaluate(start, start, new EvaluationOptions { MaxUnmatchedIncrementsLimit = LooksInVain });
        using var each = days.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (EvaluationException)
            {
                yield break;
            }

            yield return each.Current.StartTime.Date;
        }
    }

    private static RefusedException Bad(string part) => new(SeriesRefusals.BadRule.With(part));

    // Whether a part can be read by itself, to tell which one cannot.
    private static bool Reads(string part)
    {
        try { return new RecurrenceRule(part.StartsWith("FREQ", StringComparison.Ordinal) ? part : $"FREQ=YEARLY;{part}") is not null; }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException) { return false; }
    }
}
