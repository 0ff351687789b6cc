using System.Text.Json;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>What a newcomer finds after `up --demo`: something in every state of its life.</summary>
public sealed class DemonstrationLife(StartedPlatform platform) : Journey(platform)
{
    [Fact]
    public async Task Issues_AreInEveryStateThatTheDomainNames()
    {
        using var described = JsonDocument.Parse(await Gateway.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var named = described.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("issues.IssueStatus").GetProperty("enum")
            .EnumerateArray().Select(x => x.GetString()!).ToList();

        Assert.DoesNotContain(named, x => !Platform.StatesAtFirst.Contains(x));
    }
}
