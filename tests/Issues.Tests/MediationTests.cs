using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Worlds;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>调解记录: read by three people alone. A world of its own, since time passes in it.</summary>
public sealed class MediationTests(IssuesWorld world) : IClassFixture<IssuesWorld>
{
    private const string Party = "居民某甲", Subject = "楼上漏水索赔两万元", Words = "先各退一步", Outcome = "赔偿一万二，月底付清";
    private readonly DateTimeOffset _monday = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private sealed record Opened(Guid Id, Case Issue, Guid Opener, Guid Mediator);

    [Fact]
    public async Task Mediation_GoesFromOpenedThroughMeetingsToItsEnd()
    {
        var made = await Open();
        await Refused("mediation.cannot-move", await End(made.Mediator, made, "Agreed"));
        await Is(HttpStatusCode.NoContent, await Meet(made.Mediator, made));
        await Is(HttpStatusCode.NoContent, await Meet(made.Mediator, made, "2026-11-20"));
        var between = await Read(made.Mediator, made);
        Assert.Equal((MediationState.Mediating, 2, new DateOnly(2026, 11, 20), true), (between.State, between.Sessions.Count, between.Sessions[0].On, between.MayRecord));
        await Is(HttpStatusCode.NoContent, await End(made.Mediator, made, "Agreed"));

        var after = await Read(made.Mediator, made);
        Assert.Equal((MediationState.Agreed, Outcome, null, false), (after.State, after.Outcome, after.ReferredTo, after.MayRecord));
        Assert.Equal([Party, "居民某乙", Subject, Words], [.. after.Parties, after.Subject, after.Sessions[1].Said]);
        await Refused("mediation.cannot-move", await Meet(made.Mediator, made));
        await Refused("mediation.cannot-move", await End(made.Mediator, made, "Failed"));
    }

    [Theory]
    [InlineData("Failed", null, MediationState.Failed), InlineData("Referred", "区司法局", MediationState.Referred)]
    public async Task Mediation_MayEndWithoutAgreement(string outcome, string? to, MediationState state)
    {
        var made = await Open();
        await Meet(made.Mediator, made);
        await Is(HttpStatusCode.NoContent, await End(made.Mediator, made, outcome, to));
        Assert.Equal((state, to), await Read(made.Mediator, made) is var x ? (x.State, x.ReferredTo) : default);
    }

    [Fact]
    public async Task WhatIsAsked_IsHeldAgainstItsRules()
    {
        var (issue, ada) = (await Fresh(), Mediator());
        await Refused("mediation.bad-names", await Open(ada, issue, ada, [Party]));
        await Refused("mediation.bad-names", await Open(ada, issue, ada, [Party, " ", null!]));
        await Refused("mediation.bad-names", await Open(ada, issue, ada, [Party, new string('名', 101)]));
        await Refused("mediation.no-mediator", await Open(ada, issue, Guid.CreateVersion7()));
        await Refused("mediation.no-mediator", await Open(ada, issue, world.Somebody(Role.StreetOfficer)));
        var made = await Open();
        await Refused("mediation.open-already", await Open(ada, made.Issue, ada));
        await Refused("mediation.not-that-day", await Meet(made.Mediator, made, "2026-11-24"));
        await Refused("mediation.not-that-day", await Meet(made.Mediator, made, "0001-01-01"));
        await Refused("mediation.not-that-day", await Meet(made.Mediator, made, "9999-12-31"));
        await Refused("mediation.bad-names", await Send(world.As(made.Mediator), $"{Root}/mediations/{made.Id}/sessions", new { on = "2026-11-23", present = (string[])[""], said = Words }));
        await Meet(made.Mediator, made);
        await Refused("mediation.no-outcome", await End(made.Mediator, made, "Opened"));
        await Refused("mediation.no-outcome", await End(made.Mediator, made, "Mediating"));
        await Refused("mediation.no-outcome", await End(made.Mediator, made, "Referred"));
        await Is(HttpStatusCode.BadRequest, await End(made.Mediator, made, "Nonsense"));

        var withdrawn = await Fresh();
        await Is(HttpStatusCode.NoContent, await Send(withdrawn.Author, $"{withdrawn.Door}/withdraw", new { }));
        await Refused("mediation.issue-has-ended", await Open(ada, withdrawn, ada));
    }

    [Fact]
    public async Task ItsRecord_IsReadByMediatorOpenerAndSecretary_AndByNobodyElse()
    {
        var made = await Open();
        await Meet(made.Mediator, made);
        foreach (var reader in new[] { made.Mediator, made.Opener, world.Somebody(Role.BranchSecretary) })
            Assert.Equal(Subject, (await Read(reader, made)).Subject);

        // Of their own staff too, whatever else they hold: nobody reads it by rank.
        await Refused("mediation.confidential", await Ask(Staff(), made));
        foreach (var role in Enum.GetValues<Role>().Except([Role.CommitteeStaff, Role.BranchSecretary]))
        {
            await Refused("auth.no-right", await Ask(world.Somebody(role, world.Street, IssuesWorld.StreetPath), made));
            var ranked = Staff();
            world.Directory.Give(ranked, role, world.Street, IssuesWorld.StreetPath);
            await Refused("mediation.confidential", await Ask(ranked, made));
        }

        await Refused("rights.outside-your-area", await Ask(world.Somebody(Role.BranchSecretary, world.Grid2, IssuesWorld.Grid2Path), made));
        await Refused("auth.no-right", await made.Issue.Author.GetAsync(new Uri($"{Root}/mediations/{made.Id}", UriKind.Relative)));
        // Whoever is of the staff no longer reads no longer.
        world.Directory.EndRoles(made.Opener);
        world.Directory.Give(made.Opener, Role.CommitteeStaff, world.Grid2, IssuesWorld.Grid2Path);
        await world.Publish(world.Fact(new MembershipChanged { PersonId = made.Opener, Role = Role.CommitteeStaff, AreaId = world.Neighbourhood, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 11, 22) }));
        await Wait.Until(async () => (await Ask(made.Opener, made)).StatusCode is HttpStatusCode.Forbidden, "be refused");
        await Refused("rights.outside-your-area", await Ask(made.Opener, made));
    }

    [Fact]
    public async Task EachReading_IsPutOnRecord()
    {
        var (made, secretary) = (await Open(), world.Somebody(Role.BranchSecretary));
        Task<List<Guid?>> Readings() => world.In(world.Ours, db => db.Audits.Where(x => x.SubjectId == made.Id && x.Subject == "Mediation.Record").OrderBy(x => x.Id).Select(x => x.ActorId).ToListAsync());
        Assert.Empty(await Readings());
        await Read(secretary, made);
        await Read(made.Mediator, made);
        await Read(secretary, made);
        await Refused("mediation.confidential", await Ask(Staff(), made));
        Assert.Equal([secretary, made.Mediator, secretary], await Readings());
    }

    [Fact]
    public async Task OtherStaff_SeeThatThereIsOne_HowFarItIs_AndWhen()
    {
        var made = await Open();
        await Meet(made.Mediator, made);
        var text = await world.Staff().GetStringAsync($"{made.Issue.Door}/mediations");
        foreach (var secret in new[] { Party, Subject, Words, $"{made.Mediator}", $"{made.Opener}" }) Assert.DoesNotContain(secret, Regex.Unescape(text), StringComparison.Ordinal);
        var line = (await world.Staff().GetFromJsonAsync<List<ReadMediation.Line>>($"{made.Issue.Door}/mediations", Json))!.Single();
        Assert.Equal((MediationState.Mediating, _monday, null, false), (line.State, line.OpenedAt, line.EndedAt, line.MayRead));
        Assert.True((await world.As(made.Mediator).GetFromJsonAsync<List<ReadMediation.Line>>($"{made.Issue.Door}/mediations", Json))!.Single().MayRead);
        foreach (var role in Enum.GetValues<Role>().Except([Role.CommitteeStaff, Role.BranchSecretary]))
            await Refused("auth.no-right", await world.As(world.Somebody(role)).GetAsync(new Uri($"{made.Issue.Door}/mediations", UriKind.Relative)));
        await Refused("rights.outside-your-area", await world.As(world.Somebody(Role.CommitteeStaff, world.Grid2, IssuesWorld.Grid2Path)).GetAsync(new Uri($"{made.Issue.Door}/mediations", UriKind.Relative)));
    }

    [Fact]
    public async Task TheMediatorWrites_AndTheSecretary_AndNobodyElse()
    {
        var made = await Open();
        await Refused("mediation.not-the-mediator", await Meet(made.Opener, made));
        await Refused("mediation.confidential", await Meet(Staff(), made));
        await Refused("auth.no-right", await Meet(world.Somebody(Role.StreetOfficer), made));
        await Is(HttpStatusCode.NoContent, await Meet(world.Somebody(Role.BranchSecretary), made));
        await Refused("mediation.not-the-mediator", await End(made.Opener, made, "Failed"));
        await Refused("mediation.confidential", await End(Staff(), made, "Failed"));
        Assert.False((await Read(made.Opener, made)).MayRecord);
        await Is(HttpStatusCode.NoContent, await End(world.Somebody(Role.BranchSecretary), made, "Failed"));
    }

    [Fact]
    public async Task OfTwoWhoWriteAtOnce_TheLaterIsTold()
    {
        var made = await Open();
        Task<HttpResponseMessage> At(string version) => Send(world.As(made.Mediator), $"{Root}/mediations/{made.Id}/sessions",
            new { on = "2026-11-23", present = new[] { Party }, said = Words }, ifMatch: version);
        await Is(HttpStatusCode.NoContent, await At("\"1\""));
        await Refused("conflict.stale", await At("\"1\""));
        await Is(HttpStatusCode.NoContent, await At("\"2\""));
        await Is(HttpStatusCode.NoContent, await At("\"3\""));
    }

    [Fact]
    public async Task WhatItTells_IsKeptEncrypted_AndStandsNowhereElse()
    {
        var made = await Open();
        await Meet(made.Mediator, made);
        await End(made.Mediator, made, "Agreed");
        var kept = await world.In(world.Ours, db => db.Mediations.SingleAsync(x => x.Id == made.Id));
        var said = string.Concat(await world.In(world.Ours, db => db.Outbox.Select(x => x.Body).ToListAsync()));
        var views = string.Concat(
            await made.Issue.Author.GetStringAsync(made.Issue.Door), await world.As(made.Mediator).GetStringAsync(made.Issue.Door),
            await world.Anonymous().GetStringAsync($"{Root}/public/zhangmiao/issues/{made.Issue.Id}"),
            await world.Anonymous().GetStringAsync($"/open311/v2/requests/{made.Issue.Id}.json?jurisdiction_id=zhangmiao&extensions=true"));
        foreach (var secret in new[] { Party, Subject, Words, Outcome })
            Assert.All(new[] { kept.Matter, kept.Outcome!, kept.Sessions[0].Record, Regex.Unescape(said), Regex.Unescape(views) }, x => Assert.DoesNotContain(secret, x, StringComparison.Ordinal));
        Assert.DoesNotContain("ediation", views, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_AreWhatTheRowsSay()
    {
        // A year that nobody else's mediations are in.
        var start = new DateTimeOffset(2021, 3, 1, 1, 0, 0, TimeSpan.Zero);
        async Task<Opened> Ended(DateTimeOffset at, string outcome, Guid area)
        {
            world.Clock.Set(at);
            var made = await Open(await world.Accepted(area));
            await Is(HttpStatusCode.NoContent, await Meet(made.Mediator, made, $"{at:yyyy-MM-dd}"));
            await Is(HttpStatusCode.NoContent, await End(made.Mediator, made, outcome, outcome is "Referred" ? "区司法局" : null));
            return made;
        }

        await Ended(start, "Agreed", world.Building12);
        await Ended(start.AddDays(1), "Failed", world.Building13);
        await Ended(start.AddDays(2), "Referred", world.Building21);
        Assert.Equal((3, 1, 1, 1, 33.3, 0), await Numbers("2021-03-01", "2021-03-31"));
        // Back at the first place a day before the twelve months are over, and at the second a day after.
        await Ended(start.AddMonths(12).AddDays(-1), "Agreed", world.Building12);
        await Ended(start.AddMonths(12).AddDays(2), "Agreed", world.Building13);
        Assert.Equal((3, 1, 1, 1, 33.3, 1), await Numbers("2021-03-01", "2021-03-31"));
        Assert.Equal((1, 1, 0, 0, 100.0, 1), await Numbers("2021-03-01", "2021-03-01"));
        Assert.Equal((0, 0, 0, 0, null, 0), await Numbers("2021-04-01", "2021-04-30"));
        // Of one's own areas, and without any list that would tell what one stands for.
        Assert.Equal((1, 0, 0, 1, 0.0, 0), await Numbers("2021-03-01", "2021-03-31", world.Somebody(Role.CommitteeStaff, world.Grid2, IssuesWorld.Grid2Path)));
        foreach (var role in Enum.GetValues<Role>().Except([Role.CommitteeStaff, Role.BranchSecretary, Role.StreetOfficer]))
            await Refused("auth.no-right", await world.As(world.Somebody(role)).GetAsync(new Uri($"{Root}/mediations/numbers", UriKind.Relative)));
        await Refused("dispatch.bad-period", await world.Staff().GetAsync(new Uri($"{Root}/mediations/numbers?from=0001-01-01", UriKind.Relative)));
    }

    [Fact]
    public void AMediation_HasSoManyMeetingsAtMost()
    {
        var (issue, _) = Issue.Report(new Report("t", "t", "other", new Place(Guid.CreateVersion7(), "1/", AreaLevel.Street), Contracts.Issues.V1.Channel.Web, null, null, false), "1-2026-000001", _monday);
        var by = new Actor(Guid.CreateVersion7(), Role.CommitteeStaff);
        var mediation = new Mediation(issue, "m", by.Id!.Value, by, _monday);
        for (var i = 0; i < Mediation.SessionsAtMost; i++) mediation.Meet(new DateOnly(2026, 11, 23), "r", by, _monday);
        Assert.Equal(MediationRefusals.TooManySessions.Code, Assert.Throws<Kernel.Refusals.RefusedException>(() => mediation.Meet(new DateOnly(2026, 11, 23), "r", by, _monday)).Refusal.Code);
    }

    private Guid Staff() => world.Somebody(Role.CommitteeStaff);

    // Directory knows of each who holds a role in an area or above it; what stands for it here knows of the area alone.
    private Guid Mediator()
    {
        var mediator = Staff();
        foreach (var (area, path) in new[] { (world.Building12, "g1/12/"), (world.Building13, "g1/13/"), (world.Building21, "g2/21/") })
            world.Directory.Give(mediator, Role.CommitteeStaff, area, IssuesWorld.NeighbourhoodPath + path);
        return mediator;
    }

    private async Task<Case> Fresh()
    {
        world.Clock.Set(_monday);
        return await world.Accepted();
    }

    private async Task<Opened> Open(Case? of = null)
    {
        var issue = of ?? await Fresh();
        var (opener, mediator) = (Staff(), Mediator());
        var answer = await Open(opener, issue, mediator);
        await Is(HttpStatusCode.Created, answer);
        return new Opened((await IssuesWorld.Read<OpenMediation.Answer>(answer)).Id, issue, opener, mediator);
    }

    private Task<HttpResponseMessage> Open(Guid who, Case issue, Guid mediator, string[]? parties = null) =>
        Send(world.As(who), $"{issue.Door}/mediations", new { parties = parties ?? [Party, "居民某乙"], subject = Subject, mediatorId = mediator });

    private Task<HttpResponseMessage> Meet(Guid who, Opened made, string on = "2026-11-23") =>
        Send(world.As(who), $"{Root}/mediations/{made.Id}/sessions", new { on, present = new[] { Party, "居民某乙" }, said = Words });

    private Task<HttpResponseMessage> End(Guid who, Opened made, string outcome, string? to = null) =>
        Send(world.As(who), $"{Root}/mediations/{made.Id}/end", new { outcome, words = Outcome, to });

    private Task<HttpResponseMessage> Ask(Guid who, Opened made) => world.As(who).GetAsync(new Uri($"{Root}/mediations/{made.Id}", UriKind.Relative));

    private async Task<ReadMediation.View> Read(Guid who, Opened made)
    {
        var answer = await Ask(who, made);
        await Is(HttpStatusCode.OK, answer);
        return await IssuesWorld.Read<ReadMediation.View>(answer);
    }

    private async Task<(int, int, int, int, double?, int)> Numbers(string from, string to, Guid? who = null) =>
        (await world.As(who ?? Staff()).GetFromJsonAsync<CountMediations.View>($"{Root}/mediations/numbers?from={from}&to={to}", Json)) is { } x
            ? (x.Ended, x.Agreed, x.Failed, x.Referred, x.SuccessRate, x.Recurred) : default;
}
