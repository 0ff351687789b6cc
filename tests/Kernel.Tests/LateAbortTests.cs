using System.Net.Http.Json;
using Npgsql;
using Platform.Kernel.Http;
using Platform.Probe;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>Somebody asks and leaves before the answer: what is over soon is done all the same, what lasts is given up.</summary>
public sealed class LateAbortTests(ProbeWorld world)
{
    [Fact]
    public async Task WhatIsOverSoon_IsDone_ThoughNobodyWaits()
    {
        var held = await WhileNotesAreHeld("soon", LateAbort.Grace / 2);
        Assert.True(held, "The note of somebody who left was not written.");
    }

    [Fact]
    public async Task WhatLasts_IsGivenUp()
    {
        var held = await WhileNotesAreHeld("lasts", LateAbort.Grace * 3);
        Assert.False(held, "Who left had PostgreSQL work on for them.");
    }

    // Whether a note is written whose writer leaves at once, while nobody can write for so long.
    private async Task<bool> WhileNotesAreHeld(string text, TimeSpan held)
    {
        var note = $"{text}{Guid.CreateVersion7():n}"[..20];
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await using (var holds = await super.OpenConnectionAsync())
        await using (var holding = await holds.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("LOCK TABLE notes IN EXCLUSIVE MODE", holds);
            await hold.ExecuteNonQueryAsync();
            using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Staff().PostAsJsonAsync("/api/v1/probe/notes", new Notes.Written(note), leaves.Token));
            await Task.Delay(held);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        await using var find = super.CreateCommand("SELECT count(*) FROM notes WHERE text = $1");
        find.Parameters.Add(new() { Value = note });
        return await find.ExecuteScalarAsync() is 1L;
    }
}
