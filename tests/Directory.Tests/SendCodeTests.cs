using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;
using Platform.Contracts.Directory.V1;
using Platform.Directory.Domain;
using Platform.Directory.SignIn;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Worlds;
using Xunit;

namespace Platform.Directory.Tests;

public sealed class SendCodeTests(DirectoryWorld world)
{
    [Fact]
    public async Task Code_Redeemed_MakesAResident_AndFindsThemTheNextTime()
    {
        var (status, first) = await world.Redeem("19900002001", await world.Code("199 0000 2001"));
        var (_, second) = await world.Redeem("19900002001", await world.Code("+86 19900002001"));

        Assert.Equal(HttpStatusCode.OK, status);
        var token = new JsonWebToken(first.GetProperty("access_token").GetString());
        Assert.Equal(token.Subject, new JsonWebToken(second.GetProperty("access_token").GetString()).Subject);
        Assert.Equal("居民2001", token.GetClaim("name").Value);
        Assert.Equal("api offline_access", token.GetClaim("scope").Value);
        Assert.True(first.TryGetProperty("refresh_token", out _));
        var said = await world.Says<MembershipChanged>(x => x.PersonId == Guid.Parse(token.Subject));
        Assert.Equal((Role.Resident, DirectoryWorld.Area(0)), (said.Role, said.AreaId));
    }

    /// <summary>The operators' office is a tenant without residents: nobody gets in by phone, and no list names it.</summary>
    [Fact]
    public async Task OperatorsOffice_HasNoPublicDoors()
    {
        using var anyone = world.Anonymous();

        await Json.Refuses(KernelRefusals.UnknownStreet, await anyone.PostAsJsonAsync("/api/v1/directory/public/platform/codes", new { phone = "19900002077" }));
        await Json.Refuses(KernelRefusals.UnknownStreet, await anyone.GetAsync(new Uri("/api/v1/directory/public/platform/areas", UriKind.Relative)));
        Assert.DoesNotContain("platform", (await anyone.GetFromJsonAsync<JsonElement>("/api/v1/directory/public/streets")).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Code_OfAKnownPhone_IsThatPersons()
    {
        var (_, body) = await world.Redeem("19900001014", await world.Code("19900001014"));

        Assert.Equal(DirectoryWorld.Person(14).ToString(), new JsonWebToken(body.GetProperty("access_token").GetString()).Subject);
    }

    [Fact]
    public async Task Code_WrongFiveTimes_IsWorthNothing_ThoughThenRight()
    {
        var code = await world.Code("19900002002");
        for (var i = 0; i < 5; i++) await RefusesAsWrong("19900002002", Other(code));

        await RefusesAsWrong("19900002002", code);
    }

    [Fact]
    public async Task Code_AfterFiveMinutes_OrUsed_OrOfAnotherStreet_IsWorthNothing()
    {
        var code = await world.Code("19900002003");
        await RefusesAsWrong("19900002003", code, "wusong");
        world.Clock.Pass(TimeSpan.FromMinutes(5));
        await RefusesAsWrong("19900002003", code);

        code = await world.Code("19900002003");
        Assert.Equal(HttpStatusCode.OK, (await world.Redeem("19900002003", code)).Status);
        await RefusesAsWrong("19900002003", code);
    }

    [Fact]
    public async Task Code_OnlyTheNewest_Counts()
    {
        var older = await world.Code("19900002004");
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        var newer = await world.Code("19900002004");

        if (older != newer) await RefusesAsWrong("19900002004", older);
        Assert.Equal(HttpStatusCode.OK, (await world.Redeem("19900002004", newer)).Status);
    }

    [Fact]
    public async Task Code_TriedManyTimesAtOnce_IsTriedFiveTimesAtMost()
    {
        var code = await world.Code("19900002005");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => world.Redeem("19900002005", Other(code))));

        Assert.Equal(5, await world.In(DirectoryWorld.Zhangmiao, db => db.Codes.OrderByDescending(x => x.Id).Select(x => x.Tries).FirstAsync()));
    }

    [Fact]
    public async Task Codes_AreTenADay()
    {
        for (var i = 0; i < 10; i++) await world.Code("19900002006");
        using var http = world.Anonymous();

        var eleventh = await http.PostAsJsonAsync("/api/v1/directory/public/zhangmiao/codes", new { phone = "19900002006" });

        Assert.Equal(HttpStatusCode.TooManyRequests, eleventh.StatusCode);
        Assert.Equal("code.too-many-today", (await eleventh.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Codes_OutsideADemonstration_AreOneAMinute()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.In(DirectoryWorld.Zhangmiao, async db =>
        {
            var phones = world.Services.GetRequiredService<Phones>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await PhoneCodes.Make(db, phones, world.Clock.GetUtcNow(), "+8619900002007", unhurried: false, default);
            await db.SaveChangesAsync();
            return await PhoneCodes.Make(db, phones, world.Clock.GetUtcNow().AddSeconds(59), "+8619900002007", unhurried: false, default);
        }));

        Assert.Equal(DirectoryRefusals.CodeTooSoon, refused.Refusal);
    }

    [Fact]
    public async Task Codes_OfAWholeStreet_AreBounded()
    {
        await Servers.Execute($"""
            INSERT INTO one_time_codes (id, tenant_id, phone_hash, code_hash, at, tries)
            SELECT gen_random_uuid(), '{DirectoryWorld.Wusong}', decode(md5(n::text), 'hex'), '', '{world.Clock.GetUtcNow():O}', 0
            FROM generate_series(1, {OneTimeCode.MostAnHourPerStreet}) n
            """, new NpgsqlConnectionStringBuilder(world.Database.Super).Database);
        using var http = world.Anonymous();

        await Json.Refuses(DirectoryRefusals.StreetTooBusy, await http.PostAsJsonAsync("/api/v1/directory/public/wusong/codes", new { phone = "19900002010" }));

        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.Code("19900002010", "wusong");
    }

    [Fact]
    public async Task Code_ForWhatIsNoPhone_OrNoStreet_IsRefused()
    {
        using var http = world.Anonymous();

        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("/api/v1/directory/public/zhangmiao/codes", new { phone = "12345" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("/api/v1/directory/public/nowhere/codes", new { phone = "19900002008" })).StatusCode);
    }

    [Fact]
    public async Task Code_GoesOutByTheSmsPort()
    {
        var code = await world.Code("19900002009");

        var files = System.IO.Directory.GetFiles(Path.Combine(world.StateDirectory, "sms"));
        Assert.Contains(files, x => File.ReadAllText(x) is var text && text.StartsWith("+8619900002009\n", StringComparison.Ordinal) && text.Contains(code, StringComparison.Ordinal));
    }

    private async Task RefusesAsWrong(string phone, string code, string street = "zhangmiao")
    {
        var (status, body) = await world.Redeem(phone, code, street);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("invalid_grant", body.GetProperty("error").GetString());
        Assert.Equal("code.wrong", body.GetProperty("code").GetString());
    }

    private static string Other(string code) => code == "000000" ? "111111" : "000000";
}
