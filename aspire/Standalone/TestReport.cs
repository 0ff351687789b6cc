using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Platform.Standalone;

/// <summary>
/// Adds up the TRX reports of a test run, one a project, and ends with "N passed, N failed". A project without a readable
/// report crashed, and counts as a failure, as does a test that was left out: silence is not success. So does every line of theirs that
/// holds what no log may hold.
/// </summary>
public static class TestReport
{
    /// <summary>Prints the sum of DIRECTORY/PROJECT.trx; 0 if nothing failed.</summary>
    public static int Print(string directory, IReadOnlyList<string> projects, int alsoFailed = 0)
    {
        var (passed, failed) = (0, alsoFailed);
        Console.WriteLine();
        foreach (var project in projects)
        {
            var report = Read(Path.Combine(directory, project + ".trx"));
            List<XElement> results = report is null ? [] : [.. Elements(report, "UnitTestResult")];
            var (good, bad, left) = (Count(results, "Passed"), Count(results, "Failed", "Error", "Timeout", "Aborted"), Count(results, "NotExecuted"));
            (passed, failed) = (passed + good, failed + bad + left);
            Console.WriteLine($"{project,-24}{good,6} passed{bad,6} failed{left,6} left out");
            foreach (var name in Names(results, "Failed", "Error", "Timeout", "Aborted")) Console.WriteLine($"    failed: {name}");
            if (bad == 0 && WentWrong(report) is { } how)
            {
                failed++;
                Console.WriteLine($"    failed: {how}");
            }

            foreach (var name in Names(results, "NotExecuted")) Console.WriteLine($"    left out: {name}");
        }

        // Last: what all of them wrote, that is every log and every test's own output.
        foreach (var leak in Leaks.In(Directory.GetFiles(directory, "*.log"), []).Concat(projects.SelectMany(x => LeaksOf(directory, x))).Take(20))
        {
            failed++;
            Console.WriteLine($"    failed: {leak}");
        }

        if (alsoFailed > 0) Console.WriteLine($"{"format and build",-24}{alsoFailed,13} failed");
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
        return failed == 0 ? 0 : 1;
    }

    // Not the names of tests: what is typed into some of them is a telephone number.
    private static IEnumerable<string> LeaksOf(string directory, string project) =>
        from output in Read(Path.Combine(directory, project + ".trx")) is { } report ? Elements(report, "StdOut").Concat(Elements(report, "StdErr")) : []
        let kind = Leaks.Of(output.Value, [])
        where kind is not null
        select $"{project}.trx: {kind} in the output of a test";

    // A process that died half-way leaves a report of what it did until then, which may look well.
    private static string? WentWrong(XDocument? report) =>
        report is null ? "it left no report, so it crashed, hung or did not start"
        : Elements(report, "ResultSummary").Any(x => (string?)x.Attribute("outcome") == "Completed") ? null
        : Elements(report, "Text").FirstOrDefault()?.Value ?? "it did not complete";

    private static IEnumerable<XElement> Elements(XDocument report, string name) => report.Descendants().Where(x => x.Name.LocalName == name);

    private static XDocument? Read(string file)
    {
        try
        {
            return XDocument.Load(file);
        }
        catch (Exception missing) when (missing is IOException or XmlException)
        {
            return null;
        }
    }

    private static int Count(List<XElement> results, params string[] outcomes) => Names(results, outcomes).Count();

    private static IEnumerable<string?> Names(List<XElement> results, params string[] outcomes) =>
        results.Where(x => outcomes.Contains((string?)x.Attribute("outcome"))).Select(x => (string?)x.Attribute("testName"));
}
