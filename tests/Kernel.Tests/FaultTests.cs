using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Worlds;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>What a kill at the worst moment leaves behind is made by the database itself: a trigger fails the statement that would have been next.</summary>
public class FaultTests(ProbeWorld world)
{
    [Fact]
    public async Task RelayKilledBetweenPublishAndDelete_SaysItAgain_UnderTheSameId()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await Fail(super, "DELETE", "outbox");
        var note = await ProbeWorld.Write(world.Staff(), "said twice");

        await world.Says<IssueAccepted>(x => x.SubjectId == note.Id);
        await Run(super, "DROP TRIGGER killed ON outbox");

        await Wait.Until(async () => !await world.In(world.Ours, db => db.Outbox.AnyAsync()), "see the outbox empty");
        await Wait.Until(() => Task.FromResult(world.Ear.Heard.Count(x => x.SubjectId == note.Id) >= 2), "hear it again");
        Assert.Single(world.Ear.Heard.Where(x => x.SubjectId == note.Id).Select(x => x.EventId).Distinct());
    }

    [Fact]
    public async Task UnreadableRow_IsSetAside_AndHoldsUpNothing()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        await Run(super, $"INSERT INTO outbox (id, tenant_id, type, body) VALUES (gen_random_uuid(), '{world.Ours}', 'Platform.Contracts.NoSuch', '[')");
        var note = await ProbeWorld.Write(world.Staff(), "goes on");
        await world.Says<IssueAccepted>(x => x.SubjectId == note.Id);
        await Wait.Until(() => world.In(world.Ours, db => db.Parked.AnyAsync(x => x.Type == "Platform.Contracts.NoSuch")), "see it set aside");
    }

    /// <summary>A release that knows the fact has come since: whoever listens hears it, not its own service alone.</summary>
    [Fact]
    public async Task RowThatWasSetAside_IsPublished_OnceItCanBeRead()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        var fact = world.Fact(new IssueAccepted(), Guid.CreateVersion7());
        await Run(super, $"INSERT INTO outbox (id, tenant_id, type, body) VALUES ('{fact.EventId}', '{world.Ours}', 'Platform.Contracts.Later', '[')");
        await ProbeWorld.Write(world.Staff(), "wakes it");
        await Wait.Until(() => world.In(world.Ours, db => db.Parked.AnyAsync(x => x.EventId == fact.EventId)), "see it set aside");
        await using var learn = super.CreateCommand("UPDATE parked_facts SET type = $1, body = $2 WHERE event_id = $3");
        foreach (var value in new object[] { typeof(IssueAccepted).FullName!, JsonSerializer.Serialize(fact, Wire.Json), fact.EventId })
            learn.Parameters.Add(new() { Value = value });
        await learn.ExecuteNonQueryAsync();

        await world.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single().Run(default);

        await world.Says<IssueAccepted>(x => x.EventId == fact.EventId);
    }

    [Fact]
    public async Task ConsumerKilledBeforeItsCommit_HasItsEffectOnce()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        var issue = Guid.CreateVersion7();
        var note = await ProbeWorld.Write(world.Staff(), "killed", issue);
        await Fail(super, "INSERT", "inbox");
        var delivered = world.Deliver(world.Fact(new IssueRated { Score = 4 }, issue));

        await Task.Delay(400);
        Assert.Equal(0, await Heard(note.Id));
        await Run(super, "DROP TRIGGER killed ON inbox");
        await delivered;

        Assert.Equal(1, await Heard(note.Id));
    }

    /// <summary>Longer than the short retries last, which are for what is wrong with the fact: it is not, and an operator need not look after it.</summary>
    [Fact]
    public async Task ADatabaseThatIsAwayForLong_LosesNoEffect()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        var issue = Guid.CreateVersion7();
        var note = await ProbeWorld.Write(world.Staff(), "away", issue);
        await Fail(super, "INSERT", "inbox", PostgresErrorCodes.CannotConnectNow);
        var delivered = world.Deliver(world.Fact(new IssueRated { Score = 4 }, issue));

        await Task.Delay(7_000);
        await Run(super, "DROP TRIGGER killed ON inbox");
        await delivered;

        Assert.Equal(1, await Heard(note.Id));
    }

    /// <summary>Two deliveries of one fact at once: one meets the other's inbox row and finds it at its retry.</summary>
    [Fact]
    public async Task TwoAtOnce_OnOneAggregate_LoseNothing()
    {
        var issue = Guid.CreateVersion7();
        var note = await ProbeWorld.Write(world.Staff(), "crowded", issue);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Deliver(world.Fact(new IssueRated { Score = 4 }, issue))));

        Assert.Equal(4, await Heard(note.Id));
    }

    private Task<int> Heard(Guid id) => world.In(world.Ours, db => db.Notes.Where(x => x.Id == id).Select(x => x.Heard).SingleAsync());

    private static Task Fail(NpgsqlDataSource super, string verb, string table, string code = PostgresErrorCodes.RaiseException) => Run(super, $"""
        CREATE OR REPLACE FUNCTION killed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed' USING ERRCODE = '{code}'; END $$;
        CREATE TRIGGER killed BEFORE {verb} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION killed();
        """);

    private static async Task Run(NpgsqlDataSource super, string sql)
    {
        await using var command = super.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
