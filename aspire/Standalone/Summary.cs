using System.Globalization;
using System.Text;

namespace Platform.Standalone;

/// <summary>The one table that up prints: where everything is, and who may sign in.</summary>
public static class Summary
{
    /// <summary>Prints it; the accounts are those that Directory's migration wrote: the operator always, the demonstration's with it.</summary>
    public static void Print(RunFile run, double seconds)
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"平台已就绪 / The platform is ready ({seconds:0} s)"));
        Console.WriteLine();
        Row("网页 Web", run.Web);
        Row("接口文档 API reference", run.Gateway + "/docs");
        Row("遥测 Aspire dashboard", run.Dashboard ?? run.Telemetry ?? "未安装 / not installed");
        Row("数据与日志 Data and logs", run.State);
        var accounts = Path.Combine(run.State, "accounts.txt");
        if (File.Exists(accounts))
        {
            Console.WriteLine();
            Console.WriteLine(run.Demo ? "演示账号 Demonstration accounts" : "账号 Accounts");
            foreach (var account in File.ReadLines(accounts).Where(x => x.Length > 0).Select(x => x.Split('\t')))
                Console.WriteLine("  " + string.Join("  ", account.Select((x, column) => Pad(x, column switch { 0 => 18, 1 => 18, 2 => 30, _ => 0 }))).TrimEnd());
        }

        Console.WriteLine();
        Console.WriteLine("Ctrl-C 停止 / stops everything");
        Console.Out.Flush();
    }

    /// <summary>Pads to a width in columns of a terminal, where a Chinese character takes two.</summary>
    public static string Pad(string text, int width) =>
        text + new string(' ', Math.Max(0, width - text.EnumerateRunes().Sum(x => IsWide(x) ? 2 : 1)));

    private static void Row(string what, string? where) => Console.WriteLine($"  {Pad(what, 28)}{where}");

    private static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x20000 and <= 0x3FFFD);
}
