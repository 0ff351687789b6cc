using System.Globalization;
using Platform.Web.Clients.Meetings;

namespace Platform.Web.Console.Votes;

/// <summary>Numbers of votes as people read them. The service counts in whole numbers; percentages are for reading only.</summary>
internal static class VoteNumbers
{
    /// <summary>12,345.67 of hundredths.</summary>
    public static string Area(long? hundredths) => ((hundredths ?? 0) / 100m).ToString("#,0.00", CultureInfo.CurrentCulture);

    /// <summary>66.66 %, rounded down: what is just below two thirds must not read as two thirds.</summary>
    public static string Percent(long? part, long? whole) =>
        whole is > 0 ? $"{decimal.Floor((part ?? 0) * 10_000m / whole.Value) / 100m:0.00} %" : "—";

    /// <summary>The options' texts in the order of a ballot.</summary>
    public static string Ranked(this VoteView vote, IEnumerable<int> ranking) => string.Join(" > ", ranking.Select(x => vote.Options.FirstOrDefault(o => o.Number == x)?.Text));
}
