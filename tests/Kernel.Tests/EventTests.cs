using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Events;
using Platform.Probe;
using Platform.Worlds;
using Xunit;

namespace Platform.Kernel.Tests;

public class EventTests(ProbeWorld world)
{
    [Fact]
    public async Task SaidFact_ArrivesWithItsWholeEnvelope_AfterTheCommitAlone()
    {
        var dropped = Guid.Empty;
        await world.In(world.Ours, db =>
        {
            var note = Note.Of("never saved");
            dropped = note.Id;
            db.Say(note, new IssueAccepted());
            return Task.FromResult(true);
        });
        var issue = Guid.CreateVersion7();
        var note = await ProbeWorld.Write(world.Staff(), "said", issue);

        var heard = await world.Says<IssueAccepted>(x => x.SubjectId == note.Id);

        Assert.Equal((world.Ours, 1, "310113008-2026-000001", world.Clock.GetUtcNow()), (heard.TenantId, heard.Version, heard.ReceiptNumber, heard.At));
        Assert.NotNull(heard.ActorId);
        Assert.NotEqual(Guid.Empty, heard.EventId);
        Assert.DoesNotContain(world.Ear.Heard, x => x.SubjectId == dropped);
        await Wait.Until(async () => !await world.In(world.Ours, db => db.Outbox.AnyAsync()), "see the outbox empty");
    }

    [Fact]
    public async Task DeliveredTwice_TakesEffectOnce()
    {
        var issue = Guid.CreateVersion7();
        var note = await ProbeWorld.Write(world.Staff(), "twice", issue);
        var fact = world.Fact(new IssueRated { Score = 5 }, issue);

        await world.Deliver(fact);
        await world.Deliver(fact);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Deliver(fact)));

        Assert.Equal(1, (await Find(note.Id)).Heard);
    }

    [Fact]
    public async Task EarlyFact_WaitsForWhatItRefersTo()
    {
        var issue = Guid.CreateVersion7();
        var fact = world.Fact(new IssueRated { Score = 5 }, issue);
        await world.Deliver(fact);
        await world.Deliver(fact);

        var note = await ProbeWorld.Write(world.Staff(), "late", issue);

        await Wait.Until(async () => (await Find(note.Id)).Heard == 1, "see the parked fact taken up");
        Assert.False(await world.In(world.Ours, db => db.Parked.AnyAsync(x => x.WaitsFor == issue)));
    }

    [Fact]
    public async Task EarlyFact_IsTakenUpUnderTheTraceItCameWith()
    {
        using var heard = Telemetry.Of("Platform.Outbox", "MassTransit");
        var issue = Guid.CreateVersion7();
        using (var click = new Activity("click").Start())
        {
            await world.Deliver(world.Fact(new IssueRated { Score = 5 }, issue));
            heard.Trace = click.TraceId;
        }

        await ProbeWorld.Write(world.Staff(), "traced", issue);

        await Wait.Until(() => Task.FromResult(heard.Names.Contains("outbox relay")), "see the relay carry it on under the click's trace");
    }

    /// <summary>The arrival committed while the fact was being parked: nobody took it up, and the sweep does.</summary>
    [Fact]
    public async Task EarlyFact_ThatCrossedWithTheArrival_IsSwept()
    {
        var issue = Guid.CreateVersion7();
        await world.Deliver(world.Fact(new IssueRated { Score = 5 }, issue));
        var note = await world.In(world.Ours, async db =>
        {
            var added = Note.Of("crossed", issue);
            db.Add(added);
            await db.SaveChangesAsync();
            return added;
        });

        await Housekeeping().Run(default);

        await Wait.Until(async () => (await Find(note.Id)).Heard == 1, "see the sweep deliver it");
    }

    [Fact]
    public async Task FactOfAnotherTenant_TouchesNothingOfOurs()
    {
        var issue = Guid.CreateVersion7();
        var note = await ProbeWorld.Write(world.Staff(), "ours", issue);
        await world.Deliver(world.Fact(new IssueRated { Score = 1 }, issue, tenant: world.Theirs));
        Assert.Equal(0, (await Find(note.Id)).Heard);
    }

    [Fact]
    public async Task WhatIsPastItsTime_IsPruned()
    {
        await world.Deliver(world.Fact(new IssueRated { Score = 5 }, Guid.CreateVersion7()));
        using var staff = world.Staff();
        staff.DefaultRequestHeaders.Add("Idempotency-Key", "prune me");
        await ProbeWorld.Write(staff, "kept a day");
        var before = world.Clock.GetUtcNow();

        world.Clock.Pass(TimeSpan.FromHours(25));
        await Housekeeping().Run(default);
        Assert.False(await world.In(world.Ours, db => db.Answers.AnyAsync(x => x.Key == "prune me")));
        Assert.True(await world.In(world.Ours, db => db.Inbox.AnyAsync()));

        world.Clock.Pass(TimeSpan.FromDays(30));
        // What the sweep has just handed back may be parked once more before it is past its time.
        await Wait.Until(async () =>
        {
            await Housekeeping().Run(default);
            return !await world.In(world.Ours, db => db.Inbox.AnyAsync(x => x.At <= before))
                && !await world.In(world.Ours, db => db.Parked.AnyAsync(x => x.At <= before));
        }, "see what is past its time pruned");
        world.Clock.Set(before);
    }

    private Housekeeping Housekeeping() => world.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single();

    private Task<Note> Find(Guid id) => world.In(world.Ours, db => db.Notes.AsNoTracking().SingleAsync(x => x.Id == id));
}
