using System.Globalization;
using System.Resources;
using Platform.Contracts;
using Platform.Web.Console.Timelines;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>A timeline tells facts in words: a kind without any is told by its name in the code, to people who read none.</summary>
public class FactWordsTests
{
    private static readonly ResourceManager Words = new(typeof(TimelinesTexts));

    /// <summary>Directory's are about places and people, and in no issue's story.</summary>
    public static TheoryData<string> Kinds => [.. typeof(Fact).Assembly.GetTypes()
        .Where(x => x.IsSubclassOf(typeof(Fact)) && !x.IsAbstract && x.Namespace?.Contains(".Directory.", StringComparison.Ordinal) is false).Select(x => x.Name).Order()];

    [Theory, MemberData(nameof(Kinds))]
    public void EveryFact_HasItsWords_InBothLanguages(string kind)
    {
        var (chinese, english) = (Words.GetString(kind, CultureInfo.GetCultureInfo("zh-CN")), Words.GetString(kind, CultureInfo.GetCultureInfo("en")));
        Assert.False(string.IsNullOrEmpty(chinese));
        Assert.False(string.IsNullOrEmpty(english));
        Assert.NotEqual(chinese, english);
    }
}
