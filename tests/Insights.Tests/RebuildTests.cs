using CsCheck;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Issues.V1;
using Platform.Insights.Domain;
using Platform.Kernel.Events;
using Xunit;

namespace Platform.Insights.Tests;

public sealed class RebuildTests(InsightsWorld world) : IClassFixture<InsightsWorld>
{
    [Fact]
    public async Task AnyOrder_WithRepetitions_GivesTheSameTimeline()
    {
        string? expected = null;
        for (var seed = 0; seed < 3; seed++)
        {
            await using var own = new InsightsWorld();
            await own.InitializeAsync();
            var journey = new Journey(own, 100);
            var random = new Random(seed);
            var facts = seed == 0 ? journey.Facts : [.. journey.Facts.Concat(journey.Facts.Take(9)).OrderBy(_ => random.Next())];
            await own.Hear(facts);

            var timeline = await own.Timeline(journey.Receipt);
            var told = string.Join(' ', timeline.Entries.Select(x => $"{x.Service}.{x.Kind}")) + timeline.State;
            Assert.Equal(expected ??= told, told);

            var before = await own.ReadModels();
            var made = await own.MakeAgain();
            Assert.Equal(before, await own.ReadModels());
            Assert.Equal(3, made.Issues);
        }
    }

    [Fact]
    public async Task Arrivals_AllAtOnce_LoseNothing()
    {
        await using var own = new InsightsWorld();
        await own.InitializeAsync();
        var journeys = Enumerable.Range(1, 8).Select(x => new Journey(own, x * 10)).ToList();
        var random = new Random(1);
        await Task.WhenAll(journeys.SelectMany(x => x.Facts).OrderBy(_ => random.Next()).Select(own.Deliver));
        foreach (var journey in journeys)
            Assert.Equal((IssueState.Closed, journey.Facts.Count - 1), (await own.Timeline(journey.Receipt) is var x ? x.State : default, x.Entries.Count));

        var before = await own.ReadModels();
        await own.MakeAgain();
        Assert.Equal(before, await own.ReadModels());
    }

    /// <summary>Facts that come together are stored together; one that the database does not take goes to the error queue by itself.</summary>
    [Fact]
    public async Task AFactThatCannotBeStored_TakesNobodyAlong()
    {
        await using var own = new InsightsWorld();
        await own.InitializeAsync();
        var journeys = Enumerable.Range(1, 3).Select(x => new Journey(own, x * 10)).ToList();
        var stranger = own.Fact(new IssueAccepted()) with { ReceiptNumber = "no text in PostgreSQL has a \0" };

        var half = journeys.SelectMany(x => x.Facts).Select(own.Deliver).ToList();
        var refused = own.Deliver(stranger);
        await Task.WhenAll(half.Concat(journeys.SelectMany(x => x.Facts).Select(own.Deliver)));

        await Assert.ThrowsAnyAsync<Exception>(() => refused);
        foreach (var journey in journeys) Assert.Equal(IssueState.Closed, (await own.Timeline(journey.Receipt)).State);
        Assert.False(await own.In(own.Ours, db => db.Facts.AnyAsync(x => x.EventId == stranger.EventId)));
    }

    /// <summary>Folding and linking look at the facts alone: any shuffle, any repetition, the same record and links.</summary>
    [Fact]
    public void Record_OfAnyShuffle_IsTheSame()
    {
        var journey = new Journey(world, 900);
        var facts = journey.Facts.Select(Stored).Where(x => Links.Of(x).Things.Contains(journey.Issue.ToString())).ToArray();
        var expected = Text(IssueRecord.Fold(journey.Issue, world.Ours, facts));
        Gen.Shuffle(facts).Sample(shuffled => Text(IssueRecord.Fold(journey.Issue, world.Ours, shuffled)) == expected, iter: 200);
    }

    private static string Text(IssueRecord record) => System.Text.Json.JsonSerializer.Serialize(record);

    private static StoredFact Stored(Contracts.Fact x) => new()
    {
        EventId = x.EventId, TenantId = x.TenantId, Type = x.GetType().FullName!, At = x.At, ActorId = x.ActorId, SubjectId = x.SubjectId, Version = x.Version,
        ReceiptNumber = x.ReceiptNumber, Body = System.Text.Json.JsonSerializer.Serialize(x, x.GetType(), Wire.Json),
    };
}
