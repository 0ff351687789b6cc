namespace Platform.Standalone.Tests;

public sealed class LeaksTests
{
    [Theory]
    [InlineData("Sent a code to 19900001005", "a telephone number"), InlineData("phone=+86 138 0013 8000", "a telephone number"), InlineData("\"+8613800138000\"", "a telephone number"), InlineData("tel:199-0000-1005", "a telephone number")]
    [InlineData("Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "a token"), InlineData("{\"access_token\":\"abcdefghijklmnopqrst\"}", "a token"), InlineData("refresh_token=abcdefghijklmnopqrst&x=1", "a token"), InlineData("client_secret=0123456789abcdef", "a token")]
    [InlineData("Host=127.0.0.1;Username=issues_app;Password=ScS4kNFxZaMwPnCj", "a password"), InlineData("signed in with gongzhi-2026", "a password"), InlineData("amqp://platform:zMDcff4PBzz3@127.0.0.1:5672", "a password"), InlineData("\"password\": \"hunter22\"", "a password")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", "a private key"), InlineData("connecting with ScS4kNFxZaMwPnCjNPay", "one of the platform's own passwords")]
    public void WhatNoLogMayHold_IsFound(string line, string kind) => Assert.Equal(kind, Leaks.Of(line, ["ScS4kNFxZaMwPnCjNPay"]));

    [Theory]
    [InlineData("Sent a code to 199****1005"), InlineData("id 01900000-0001-7000-8000-000400000005 took 00:00:00.1380013"), InlineData("receipt 310113008-2026-13800138000"), InlineData("at 1764180000123 ms"), InlineData("span 13800138000abcdef12")]
    [InlineData("Username=issues_app;Password=******"), InlineData("amqp://127.0.0.1:5672"), InlineData("Executed DbCommand (1ms) [Parameters=[@p0='?'], CommandText='password_hash = @p0']"), InlineData("the password is wrong")]
    public void WhatOnlyLooksLikeIt_IsNot(string line) => Assert.Null(Leaks.Of(line, ["ScS4kNFxZaMwPnCjNPay"]));

    /// <summary>A run whose tests all passed has failed where one of them wrote down what it should not; and the report does not repeat it.</summary>
    [Fact]
    public void Report_CountsALeakAsAFailure_AndDoesNotRepeatIt()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.State.In("A.Tests.trx"), """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testName="Normal(typed: 13800138000)" outcome="Passed">
              <Output><StdOut>warn: no code for 13800138000</StdOut></Output></UnitTestResult></Results><ResultSummary outcome="Completed" /></TestRun>
            """);
        File.WriteAllText(scratch.State.In("A.Tests.log"), "all is well\nwarn: Platform 13800138000 has no account\n");
        var (console, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        try
        {
            Assert.Equal(1, TestReport.Print(scratch.State.Root, ["A.Tests"]));
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.EndsWith("1 passed, 2 failed", printed.ToString().TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("A.Tests.log, line 2: a telephone number", printed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", printed.ToString(), StringComparison.Ordinal);
    }
}
