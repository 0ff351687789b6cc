namespace Platform.Standalone.Tests;

/// <summary>What ./platform says where something is wrong, before anything is built or started.</summary>
public sealed class PlatformScriptTests : IDisposable
{
    private readonly PlatformScript _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task WithoutTheSdk_ItSaysWhereToGetIt()
    {
        var (code, words) = await _machine.Without("dotnet").Run("up");

        Assert.Equal(1, code);
        Assert.Contains("the .NET 10 SDK is missing: https://", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAnOlderSdk_ItSaysWhichThereAre()
    {
        var (code, words) = await _machine.With("dotnet", "[ \"$1\" = --list-sdks ] && echo '8.0.100 [/usr/share]' && exit 0\nexit 155").Run("up");

        Assert.Equal(1, code);
        Assert.Contains("installed: 8.0.100", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomethingMissing_AndNoRoot_SaysWhatToRunAsRoot()
    {
        var (code, words) = await _machine.Without("chromium", "sudo").With("dotnet", "exit 0").With("apt-get", "exit 99").With("id", "echo 1000").Run("test");

        Assert.Equal(1, code);
        Assert.Contains("Installing needs root: run 'apt-get install chromium", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomethingMissing_AndSudo_InstallsThroughIt()
    {
        var (code, words) = await _machine.Without("chromium").With("dotnet", "exit 0").With("apt-get", "exit 99").With("id", "echo 1000")
            .With("sudo", "echo \"sudo ran: $*\"; exit 7").Run("test");

        Assert.Equal(1, code);
        Assert.Contains("Installing through apt: chromium", words, StringComparison.Ordinal);
        Assert.Contains("sudo ran: bash -s -- chromium", words, StringComparison.Ordinal);
        Assert.Contains("apt could not install chromium", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomethingMissing_AndNoApt_NamesIt()
    {
        var (code, words) = await _machine.Without("chromium", "apt-get").With("dotnet", "exit 0").Run("test");

        Assert.Equal(1, code);
        Assert.Contains("missing here: chromium", words, StringComparison.Ordinal);
        Assert.Contains("no apt", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABuildThatFails_ShowsItsErrors_AndNothingIsStarted()
    {
        var (code, words) = await _machine.Without("npm").With("dotnet", "[ \"$1\" != build ] || { echo 'A.cs(1,1): error CS1002: ; expected'; exit 1; }\necho \"ran $*\"").Run("up", "--no-dashboard");

        Assert.Equal(1, code);
        Assert.Contains("error CS1002", words, StringComparison.Ordinal);
        Assert.Contains("the build failed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("ran ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_OfANameThatIsNone_ListsTheNames_AndOfOneThatIs_ShowsThem()
    {
        using var scratch = new Scratch();
        Assert.Contains("there is nothing yet", (await _machine.Run("logs", "issues")).Words, StringComparison.Ordinal);
        File.WriteAllText(_machine.In(".local/where"), scratch.State.Root + "\n");
        File.WriteAllText(scratch.State.Log("issues"), "all is well\n");

        Assert.Equal((0, "all is well\n"), await _machine.Run("logs", "issues"));
        var (code, words) = await _machine.Run("logs", "nobody");
        Assert.Equal(1, code);
        Assert.Contains("whose log? There are: issues", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_IsSetForAll_AndReset()
    {
        using var scratch = new Scratch();
        File.WriteAllText(_machine.In(".local/where"), scratch.State.Root + "\n");

        Assert.Contains("2036-12-07T", (await _machine.Run("clock", "2036-12-07T09:00:00+08:00")).Words, StringComparison.Ordinal);
        Assert.True(double.Parse(File.ReadAllText(scratch.State.In("clock")), System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Contains("is no time", (await _machine.Run("clock", "tomorrow-ish")).Words, StringComparison.Ordinal);
        await _machine.Run("clock", "reset");
        Assert.False(File.Exists(scratch.State.In("clock")));
    }

    [Fact]
    public async Task NothingRuns_IsSaid_AndHasTheCodeOfInitScripts()
    {
        using var scratch = new Scratch();
        Assert.Equal((3, "Not running.\n"), await _machine.Run("status", "--state", scratch.State.Root));
        Assert.Equal((0, "Nothing is running.\n"), await _machine.Run("down", "--state", scratch.State.Root));
        Assert.Contains("is no command", (await _machine.Run("fly")).Words, StringComparison.Ordinal);
    }
}
