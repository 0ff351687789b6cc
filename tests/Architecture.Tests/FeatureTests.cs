using System.Text.RegularExpressions;
using Platform.Worlds;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>Tests stand by theme, not one file a feature (README, Decisions): so it is the feature's door, or the fact that it waits for, that must occur in a test.</summary>
public partial class FeatureTests
{
    public static TheoryData<string> Services => [.. Sources.Services];

    [Theory, MemberData(nameof(Services))]
    public void EveryFeature_IsAskedForByATest(string service)
    {
        var tests = string.Concat(Sources.Files("*.cs", $"tests/{service}.Tests", "tests/Journeys")
            .Where(x => !Regex.IsMatch(x, "(Guard|Doors)Tests.cs$")).Select(File.ReadAllText));
        // The neighbourhoods that every world founds are said as Directory would say them.
        tests += File.ReadAllText(Path.Combine(Checkout.Root, "tests/Worlds/PlacesWorld.cs"));
        var asked = string.Join('\n', AText().Matches(tests).Select(x => x.Value));
        var doors = string.Concat(System.IO.Directory.GetFiles(Path.Combine(Checkout.Root, "src", service), $"{service}Api*.cs").Select(File.ReadAllText));

        var untried = new List<string>();
        foreach (var file in Sources.Files("*.cs", $"src/{service}/Features"))
        {
            var text = File.ReadAllText(file);
            foreach (Match reaction in AReaction().Matches(text))
                if (reaction.Groups[2].Value is not "IEvent" && !Regex.IsMatch(tests, $@"\b{reaction.Groups[2].Value}\b")) untried.Add($"{reaction.Groups[1].Value}: no test says {reaction.Groups[2].Value}");
            foreach (Match type in AClass().Matches(text))
                foreach (Match door in Regex.Matches(doors, $@"(\w+)\.Map(\w+)\(""([^""]*)"", (?:\(\w+\))?{type.Groups[1].Value}\.\w+\)"))
                    if (!Regex.IsMatch(asked, Asking(door.Groups[1].Value, door.Groups[3].Value))) untried.Add($"{type.Groups[1].Value}: no test asks {door.Groups[2].Value} …{door.Groups[3].Value}");
        }

        Assert.True(untried.Count == 0, string.Join('\n', untried));
    }

    // How an address ends in a test: "…/accept", "…teams/{id}", "$"{Api}/teams". What stands before is the world's.
    private static string Asking(string group, string route)
    {
        var parts = AConstraint().Replace(Regex.Replace(route, @"^/api/v1/\w+", ""), "}").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var tail = parts.Reverse().TakeWhile(x => x[0] is not '{').Reverse().ToList();
        return tail.Count > 0 ? $@"\b{string.Join('/', tail)}(?![\w-])" : $@"\b({(parts.Length > 1 ? parts[^2] : group)}|Root|Door|Api)\b[^""]*" + (parts.Length > 0 ? @"[{\d]" : "");
    }

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex AText();

    [GeneratedRegex(@"class (\w+)[^{]*Reaction<(\w+)>")]
    private static partial Regex AReaction();

    [GeneratedRegex(@"public static class (\w+)")]
    private static partial Regex AClass();

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex AConstraint();
}
