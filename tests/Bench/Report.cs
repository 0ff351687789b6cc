using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Bench.Measuring;

namespace Platform.Bench;

/// <summary>The tables, for people and for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly string[] Head =
    [
        "| # | Workload | Against its targets | Per second | p50, p99 ms | CPU µs for one | Note |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ];

    public static void Print(IEnumerable<Row> rows)
    {
        Console.WriteLine();
        foreach (var line in (string[])[.. Head, .. rows.OrderBy(x => x.Number).Select(Line)]) Console.WriteLine(line);
        Console.WriteLine();
        Console.WriteLine("Medians of the rounds; platform and limits took turns, on the same servers, in the same minutes.");
    }

    public static string Line(Row row) => string.Create(CultureInfo.InvariantCulture,
        $"| {(row.Number == 0 ? "growth" : row.Number)} | {row.Workload} | {(row.Wrong is { } why ? $"VOID ({why}): " : "")}{string.Join("<br>", row.Claims.Select(Said))} | {All(row, x => $"{x.PerSecond:N0}")} | {All(row, x => $"{x.P50:0.00}, {x.P99:0.0}")} | {All(row, Cpu)} | {row.Note} |");

    public static void Write(object all, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, JsonSerializer.Serialize(all, Json));
    }

    private static string Said(Claim claim) => string.Create(CultureInfo.InvariantCulture,
        $"{claim.What} **{Shown(claim.Value)}{claim.Unit}**{(claim.Target is { } target ? $" ({(claim.AtMost ? "≤" : "≥")} {target}{claim.Unit}: {(claim.Met == true ? "met" : "missed")})" : "")}");

    private static string Shown(double value) => value.ToString(Math.Abs(value) < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string All(Row row, Func<Side, FormattableString> what) =>
        string.Join("<br>", row.Sides.Select(x => $"{x.Name} {what(x).ToString(CultureInfo.InvariantCulture)}"));

    private static FormattableString Cpu(Side side) =>
        $"{string.Join(" + ", side.Groups.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x} {side.CpuOf(x):N0}")))}";
}
