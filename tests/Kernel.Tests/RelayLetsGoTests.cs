using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Worlds;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>
/// A connection that ends, or says nothing more, while exchanges are being declared: MassTransit waits for whoever began to, however long. The relay does
/// not, for meanwhile nobody else may send the rows that it holds.
/// </summary>
public sealed class RelayLetsGoTests(SpoiltProbe world) : IClassFixture<SpoiltProbe>
{
    [Fact]
    public async Task WhatTheBusGivesNoAnswerTo_IsLetGo_AndSentByAFreshOne_WithinSeconds()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await Put(super, world.Fact(new IssueRated { Score = 4 }, Guid.CreateVersion7()));
        await Wait.Until(IsEmpty, "see the bus send");

        world.Line.Hold();
        for (var i = 0; i < 3; i++) await Put(super, world.Fact(new IssueAccepted(), Guid.CreateVersion7()));
        var since = Stopwatch.GetTimestamp();
        // Whoever connects anew gets through.
        await Wait.Until(IsEmpty, "see them sent");
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private Task<bool> IsEmpty() => world.In(world.Ours, async db => !await db.Outbox.AnyAsync());

    private async Task Put(NpgsqlDataSource super, Fact fact)
    {
        await using var put = super.CreateCommand("INSERT INTO outbox (id, tenant_id, type, body) VALUES ($1, $2, $3, $4)");
        foreach (var value in new object[] { fact.EventId, world.Ours, fact.GetType().FullName!, JsonSerializer.Serialize(fact, fact.GetType(), Wire.Json) })
            put.Parameters.Add(new() { Value = value });
        await put.ExecuteNonQueryAsync();
    }
}
