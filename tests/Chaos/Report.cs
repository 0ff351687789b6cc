using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.Chaos;

/// <summary>The table, for people and for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(IReadOnlyList<Row> rows, int seed, TimeSpan took)
    {
        Console.WriteLine();
        Console.WriteLine("| Fault | Times | Writes taken | Sent again | Longest without a write | Recovered after: median, most | Lost or doubled | Note |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in rows) Console.WriteLine(Line(row));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}; {took.TotalMinutes:0.0} minutes. Recovered: all services well and a new report heard of in another service, counted from when what broke it was over."));
    }

    public static void Write(IReadOnlyList<Row> rows, int seed, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(new { seed, at = TimeProvider.System.GetUtcNow(), rows }, Json));
    }

    public static string Line(Row row) => row.LeftOut is { } why
        ? $"| {row.Fault} | - | - | - | - | - | - | left out: {why} |"
        : string.Create(CultureInfo.InvariantCulture,
            $"| {row.Fault} | {row.Times} | {row.Acknowledged} | {row.Repeated} | {row.LongestGap:0.0} s | {Median(row.Recovered)} | {(row.Wrong.Count == 0 ? "nothing" : string.Join("; ", row.Wrong))} | {string.Join("; ", row.Remarks.Distinct())} |");

    private static string Median(List<double> seconds) => seconds.Count == 0 ? "never"
        : string.Create(CultureInfo.InvariantCulture, $"{seconds.Order().ElementAt(seconds.Count / 2):0.0} s, {seconds.Max():0.0} s");
}
