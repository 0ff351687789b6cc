using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Standalone.Tests;

/// <summary>aspire/apphost.cs needs packages that not every source serves, so it is not compiled here: it is read.</summary>
public sealed partial class AppHostTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Checkout.Root, "aspire/apphost.cs"));

    [Fact]
    public void AppHost_DescribesTheSameSystem_AsStandalone()
    {
        var theirs = Lines().Matches(Text).Select(x =>
            $"{x.Groups["name"]} {x.Groups["http"]} {x.Groups["grpc"]} {x.Groups["database"].Value.Trim('"')} uses {x.Groups["uses"]}");

        var ours = TheSystem.Services.Select(x => string.Create(
            CultureInfo.InvariantCulture,
            $"{x.Name} {x.Http} {x.Grpc?.ToString(CultureInfo.InvariantCulture) ?? "null"} {x.Database ?? "null"} uses {string.Join(", ", x.Uses)}"));
        Assert.Equal(ours, theirs);
    }

    [Fact]
    public void AppHost_NamesEachServiceAsItsVariable() =>
        Assert.All(Lines().Matches(Text), x => Assert.Equal(x.Groups["name"].Value, x.Groups["variable"].Value));

    [Theory]
    [InlineData("Platform__")]
    [InlineData("Sms__")]
    [InlineData("Attachments__")]
    [InlineData("Kestrel__")]
    public void AppHost_GivesTheSameVariables_AsStandalone(string prefix)
    {
        using var scratch = new Scratch();
        var commands = scratch.Commands([]);
        var ours = commands.Replicas.SelectMany(x => commands.Run(x).Environment.Keys).Where(x => x.StartsWith(prefix, StringComparison.Ordinal));

        var theirs = Variables().Matches(Text).Select(x => x.Groups[1].Value).Where(x => x.StartsWith(prefix, StringComparison.Ordinal));

        Assert.Equal(ours.Distinct().Order(), theirs.Distinct().Order());
    }

    [GeneratedRegex("""^var (?<variable>\w+) = Add\("(?<name>\w+)", http: (?<http>\d+), grpc: (?<grpc>\d+|null), database: (?<database>"\w+"|null), uses: \[(?<uses>[\w, ]*)\]\);$""", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex("""WithEnvironment\("(\w+)",""")]
    private static partial Regex Variables();
}
