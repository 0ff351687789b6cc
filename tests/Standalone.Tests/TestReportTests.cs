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
        var (code, lines) = Printed(scratch, "A.Tests", "Half.Tests", "Whole.Tests", "Crashed.Tests");

        Assert.Equal("3 passed, 4 failed", lines[^1]);
        Assert.Contains("    failed: Bad", lines);
        Assert.Contains("    left out: Left", lines);
        Assert.Contains("    failed: Test host process crashed.", lines);
        Assert.Contains(lines, x => x.Contains("it left no report", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }

    /// <summary>What a log or a test wrote counts as failed where it gives somebody away, each by itself and without being told again; what a test is named does not.</summary>
    [Fact]
    public void Print_CountsAsFailed_WhatLogsAndTestsGaveAway()
    {
        using var scratch = new Scratch();
        var phone = $"1{new string('3', 10)}";
        File.WriteAllText(scratch.State.In("issues.log"), $"info: asked for by {phone}\ninfo: nothing\n");
        File.WriteAllText(scratch.State.In("A.Tests.trx"), $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="With({phone})" outcome="Passed"><Output><StdOut>sent to {phone}</StdOut></Output></UnitTestResult>
            </Results><ResultSummary outcome="Completed" /></TestRun>
            """);

        var (code, lines) = Printed(scratch, "A.Tests");

        Assert.Equal(("1 passed, 2 failed", 1), (lines[^1], code));
        Assert.Contains(lines, x => x.StartsWith("    failed: issues.log, line 1: a telephone number", StringComparison.Ordinal));
        Assert.Contains("    failed: A.Tests.trx: a telephone number in the output of a test", lines);
        Assert.DoesNotContain(lines, x => x.Contains(phone, StringComparison.Ordinal));
    }

    private static (int Code, string[] Lines) Printed(Scratch scratch, params string[] projects)
    {
        var (console, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        try
        {
            return (TestReport.Print(scratch.State.Root, projects), printed.ToString().TrimEnd().Split('\n'));
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
