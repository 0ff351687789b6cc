using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Insights.Features;
using Xunit;

namespace Platform.Insights.Tests;

/// <content>What a resident sees under the receipt number: every service's steps, for the phone that reported it and nobody else.</content>
public sealed partial class TimelineTests
{
    private const string Phone = "+8613800000001", SecondPhone = "+8613800000002";

    [Fact]
    public async Task NumberAndPhone_ShowTheStepsOfEveryService_WithoutIds()
    {
        var journey = await Heard(600);
        var (status, text) = await LookUp(journey.Receipt, "138 0000 0001");

        Assert.Equal(HttpStatusCode.OK, status);
        var view = JsonSerializer.Deserialize<LookUpTimeline.View>(text, InsightsWorld.Json)!;
        (string, string)[] expected =
        [
            ("issues", "IssueSubmitted"), ("meetings", "AgendaPublished"), ("meetings", "ResolutionAdopted"), ("partners", "ServiceDelivered"),
            ("volunteers", "ActivityFinished"), ("issues", "IssueClosed"),
        ];
        Assert.Empty(expected.Except(view.Steps.Select(x => (x.Service, x.Kind))));
        Assert.Equal(view.Steps.Select(x => x.At).Order(), view.Steps.Select(x => x.At));
        foreach (var secret in (Guid[])[journey.Issue, journey.Author, journey.SecondAuthor, journey.Meeting]) Assert.DoesNotContain(secret.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(journey.DuplicateReceipt, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoseIssueWasMerged_SeesWhatBecomesOfTheOther()
    {
        var journey = await Heard(700);
        var (_, text) = await LookUp(journey.DuplicateReceipt, SecondPhone);
        var view = JsonSerializer.Deserialize<LookUpTimeline.View>(text, InsightsWorld.Json)!;
        Assert.Equal(journey.DuplicateReceipt, view.ReceiptNumber);
        Assert.Contains(view.Steps, x => x is { Service: "meetings", Kind: "ResolutionAdopted" });
    }

    [Fact]
    public async Task WrongPhone_UnknownNumber_AnotherStreet_AreAnsweredAlike()
    {
        var journey = await Heard(800);
        var answers = new[]
        {
            await LookUp(journey.Receipt, SecondPhone), await LookUp("310113008-2026-999999", Phone), await LookUp(journey.Receipt, Phone, street: "youyi"),
        };
        Assert.All(answers, x => Assert.Equal(HttpStatusCode.NotFound, x.Status));
        Assert.All(answers, x => Assert.Equal("receipt.unknown", JsonDocument.Parse(x.Text).RootElement.GetProperty("code").GetString()));
        Assert.Equal("phone.invalid", JsonDocument.Parse((await LookUp(journey.Receipt, "12")).Text).RootElement.GetProperty("code").GetString());
    }

    private async Task<Journey> Heard(int number)
    {
        var journey = new Journey(world, number);
        await world.Hear(journey.Facts);
        world.Directory.HasPhone(journey.Author, Phone);
        world.Directory.HasPhone(journey.SecondAuthor, SecondPhone);
        return journey;
    }

    private async Task<(HttpStatusCode Status, string Text)> LookUp(string number, string phone, string street = "zhangmiao")
    {
        using var http = world.Anonymous();
        using var answer = await http.PostAsJsonAsync(new Uri($"{InsightsWorld.Api}/public/{street}/timelines/{number}", UriKind.Relative), new { phone });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
