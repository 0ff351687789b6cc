namespace Platform.Standalone.Tests;

public sealed class TestReportTests
{
    [Fact]
    public void Print_AddsUp_AndCountsAProjectWithoutReportAsFailed()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.State.In("A.Tests.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="Good" outcome="Passed" /><UnitTestResult testName="Bad" outcome="Failed" />
              <UnitTestResult testName="Left" outcome="NotExecuted" />
            </Results></TestRun>
            """);
        var (console, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        int code;
        try
        {
            code = TestReport.Print(scratch.State.Root, ["A.Tests", "Crashed.Tests"]);
        }
        finally
        {
            Console.SetOut(console);
        }

        var lines = printed.ToString().TrimEnd().Split('\n');
        Assert.Equal("1 passed, 2 failed, 1 skipped", lines[^1]);
        Assert.Contains("    failed: Bad", lines);
        Assert.Contains(lines, x => x.StartsWith("Crashed.Tests", StringComparison.Ordinal) && x.Contains("no report", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }
}
