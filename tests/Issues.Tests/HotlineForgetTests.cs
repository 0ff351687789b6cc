using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Xunit;
using static Platform.Issues.Tests.HotlineSheets;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What is not kept for ever. A world of its own, since time passes in it.</summary>
public sealed class HotlineForgetTests(IssuesWorld world) : IClassFixture<IssuesWorld>
{
    [Fact]
    public async Task AfterAMonth_WhatWasTyped_IsNoLongerKept()
    {
        var clerk = world.Staff();
        var (taken, left) = (await Staged(clerk, Excel([Row(Fresh()), Row("")])), await Staged(clerk, Excel([Row(Fresh()), Row("")])));
        await Is(HttpStatusCode.OK, await Send(clerk, $"{Runs}/{taken.Id}/start"));
        await Job().Run(default);
        await Is(HttpStatusCode.OK, await clerk.GetAsync($"{Runs}/{taken.Id}/errors"));

        world.Clock.Set(world.Clock.GetUtcNow().AddDays(31));
        await Job().Run(default);

        var (one, other) = (await Get(clerk, taken.Id), await Get(clerk, left.Id));
        Assert.Equal((ImportState.Done, 1, 1, true), (one.State, one.Imported, one.Wrong, one.Forgotten));
        Assert.Equal((ImportState.Discarded, 0, 0, true), (other.State, other.New, other.Wrong, other.Forgotten));
        await Refused("import.no-errors", await clerk.GetAsync($"{Runs}/{taken.Id}/errors"));
        Assert.False(await world.In(world.Ours, db => db.ImportRows.AnyAsync(x => x.Cells != null || x.RunId == left.Id)));
    }

    private KeepImports Job() => ActivatorUtilities.CreateInstance<KeepImports>(world.Services);
}
