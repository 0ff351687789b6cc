namespace Platform.Standalone.Tests;

public sealed class TestReportTests
{
    [Fact]
    public void Print_AddsUp_AndCountsAsFailedWhatCrashedOrWasLeftOut()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.State.In("A.Tests.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="Good" outcome="Passed" /><UnitTestResult testName="Bad" outcome="Failed" />
              <UnitTestResult testName="Left" outcome="NotExecuted" />
            </Results><ResultSummary outcome="Failed" /></TestRun>
            """);
        File.WriteAllText(scratch.State.In("Half.Tests.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testName="First" outcome="Passed" /></Results>
              <ResultSummary outcome="Failed"><RunInfos><RunInfo><Text>Test host process crashed.</Text></RunInfo></RunInfos></ResultSummary></TestRun>
            """);
        File.WriteAllText(scratch.State.In("Whole.Tests.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testName="All" outcome="Passed" /></Results>
              <ResultSummary outcome="Completed" /></TestRun>
            """);
        var (console, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        int code;
        try
        {
            code = TestReport.Print(scratch.State.Root, ["A.Tests", "Half.Tests", "Whole.Tests", "Crashed.Tests"]);
        }
        finally
        {
            Console.SetOut(console);
        }

        var lines = printed.ToString().TrimEnd().Split('\n');
        Assert.Equal("3 passed, 4 failed", lines[^1]);
        Assert.Contains("    failed: Bad", lines);
        Assert.Contains("    left out: Left", lines);
        Assert.Contains("    failed: Test host process crashed.", lines);
        Assert.Contains(lines, x => x.Contains("it left no report", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }
}
