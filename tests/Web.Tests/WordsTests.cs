using System.Globalization;
using System.Resources;
using Platform.Web.Kit;
using Xunit;

namespace Platform.Web.Tests;

public sealed class WordsTests
{
    private static readonly ResourceManager Words = new(typeof(KitTexts));

    public static TheoryData<string, string> States => [.. Statuses.All.SelectMany(x => (TheoryDataRow<string, string>[])[new(x, "zh-CN"), new(x, "en")])];

    /// <summary>No state is ever shown as its name in the code.</summary>
    [Theory, MemberData(nameof(States))]
    public void EveryState_HasItsWord(string state, string language) =>
        Assert.False(string.IsNullOrEmpty(Words.GetString(state, CultureInfo.GetCultureInfo(language))));

    [Fact]
    public void QrCode_HasAQuietZone_AndItsThreeEyes()
    {
        var (path, size) = QrPath.Of("https://example.org/zhangmiao/report?campaign=garden");

        Assert.True(size > 29);
        // Four empty modules, then the seven of an eye.
        Assert.Contains("M4 4h7v1h-7z", path, StringComparison.Ordinal);
        Assert.Contains($"M{size - 11} 4h7v1h-7z", path, StringComparison.Ordinal);
        Assert.Contains($"M4 {size - 5}h7v1h-7z", path, StringComparison.Ordinal);
    }
}
