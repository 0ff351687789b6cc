using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>Any browser that ./platform takes for one is found here too: a story is never left out for want of looking.</summary>
public sealed class ChromiumTests : IDisposable
{
    private readonly string _bin = Directory.CreateTempSubdirectory("chromium-").FullName;

    [Fact]
    public void Chromium_IsTheOneNamed_ElseTheFirstOnPath()
    {
        File.WriteAllText(Path.Combine(_bin, "chromium"), "");
        File.WriteAllText(Path.Combine(_bin, "other"), "");

        Assert.Equal(Path.Combine(_bin, "chromium"), Chromium.In(null, $"/nowhere:{_bin}"));
        Assert.Equal(Path.Combine(_bin, "other"), Chromium.In("other", $"/nowhere:{_bin}"));
        Assert.Equal(Path.Combine(_bin, "other"), Chromium.In(Path.Combine(_bin, "other"), ""));
        Assert.Null(Chromium.In(Path.Combine(_bin, "none"), _bin));
        Assert.Null(Chromium.In("", "/nowhere"));
    }

    public void Dispose() => Directory.Delete(_bin, recursive: true);
}
