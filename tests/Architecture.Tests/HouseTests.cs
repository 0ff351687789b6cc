using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Platform.Kernel.Data;
using Platform.Worlds;
using Xunit;

namespace Platform.Architecture.Tests;

public class HouseTests
{
    /// <summary>Insights is left out: its read models are records that its own projection writes.</summary>
    public static TheoryData<string> Services => [.. Sources.Services.Except(["Insights"])];

    [Fact]
    public void NoFile_IsLongerThan150Lines() =>
        Assert.Empty(Sources.Files("*.cs", "src", "aspire").Concat(Sources.Files("*.razor", "src")).Where(x => File.ReadLines(x).Count() > 150).Select(Sources.Name));

    [Fact]
    public void NoFolder_IsNamedForNothing() => Assert.Empty(Sources.Files("*.*").Select(x => Path.GetDirectoryName(Sources.Name(x))!)
        .Where(x => Regex.IsMatch(x, @"(^|/)(Common|Shared|Core|Utils|Helpers|Abstractions|Models|Interfaces)($|/)")).Distinct());

    /// <summary>One clock for all processes; ids that grow with time.</summary>
    [Fact]
    public void Time_IsAskedOfTheClock_AndIdsAreVersion7()
    {
        Assert.Empty(Sources.Holding(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", "src"));
        Assert.Empty(Sources.Holding(@"Guid\.NewGuid\(\)", "src", "tests"));
    }

    [Theory, MemberData(nameof(Services))]
    public void Aggregate_IsSealed_AndNothingInDomainHasAPublicSetter(string service)
    {
        var assembly = Assembly.Load($"Platform.{service}");
        Assert.All(assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Aggregate))), t => Assert.True(t.IsSealed, t.Name));
        Assert.Empty(assembly.GetTypes().Where(t => t.Namespace?.StartsWith($"Platform.{service}.Domain", StringComparison.Ordinal) is true && t.IsClass)
            .SelectMany(t => t.GetProperties().Where(p => p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Any(x => x.Name == "IsExternalInit")).Select(p => $"{t.Name}.{p.Name}")));
    }

    /// <summary>Every text is there in both languages.</summary>
    [Fact]
    public void EveryChineseText_HasAnEnglishTwin()
    {
        foreach (var chinese in Sources.Files("*.resx").Where(x => !x.EndsWith(".en.resx", StringComparison.Ordinal)))
        {
            var english = Path.ChangeExtension(chinese, ".en.resx");
            Assert.True(File.Exists(english), $"{Sources.Name(chinese)} has no English twin");
            Assert.True(Keys(chinese).Count == Keys(chinese).Distinct(StringComparer.OrdinalIgnoreCase).Count(), $"{Sources.Name(chinese)} has names that differ by case alone: one is lost");
            Assert.True(Keys(chinese).SetEquals(Keys(english)), $"{Sources.Name(chinese)}: {string.Join(", ", Keys(chinese).Except(Keys(english)).Concat(Keys(english).Except(Keys(chinese))))}");
        }
    }

    /// <summary>A refusal has its sentence, and a test that meets it.</summary>
    [Fact]
    public void EveryRefusal_HasASentence_AndOccursInATest()
    {
        var tests = string.Concat(Sources.Files("*.cs", "tests").Select(File.ReadAllText));
        foreach (var file in Sources.Files("*Refusals.cs", "src"))
        {
            var project = Sources.Name(file).Split('/')[1];
            var sentences = Keys(Path.Combine(Checkout.Root, "src", project, "RefusalTexts.resx"));
            foreach (Match refusal in Regex.Matches(File.ReadAllText(file), @"(\w+)\s*(?:\([^)]*\)\s*=>|=)\s*new(?: Refusal)?\(\s*""([\w.-]+)"""))
            {
                Assert.True(sentences.Contains(refusal.Groups[2].Value), $"{refusal.Groups[2].Value} has no sentence in {project}");
                Assert.True(tests.Contains(refusal.Groups[2].Value, StringComparison.Ordinal) || tests.Contains($"Refusals.{refusal.Groups[1].Value}", StringComparison.Ordinal),
                    $"no test meets {refusal.Groups[2].Value}");
            }
        }
    }

    /// <summary>An interface is a port to the outside, or has more than one answer: Directory's own tables, and gRPC for everybody else.</summary>
    [Fact]
    public void NoInterface_HasOneImplementationAlone()
    {
        string[] ports = ["IAttachmentStore", "ISmsSender", "IReaction"];
        var types = Sources.Services.Append("Kernel").SelectMany(x => Assembly.Load($"Platform.{x}").GetTypes()).Distinct().ToList();
        Assert.All(types.Where(x => x is { IsInterface: true } && !ports.Contains(x.Name) && x.Namespace?.StartsWith("Platform", StringComparison.Ordinal) is true),
            x => Assert.True(types.Count(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(x)) != 1, $"{x.Name} has one implementation"));
    }

    private static HashSet<string> Keys(string resx) => [.. XDocument.Load(resx).Root!.Elements("data").Select(x => x.Attribute("name")!.Value)];
}
