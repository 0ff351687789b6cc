using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Contracts.Directory.V1;
using Platform.Insights.Data;
using Platform.Insights.Features;
using Platform.Worlds;
using Xunit;

namespace Platform.Insights.Tests;

/// <summary>Insights as it runs, with the verbs of its domain.</summary>
public sealed class InsightsWorld() : PlacesWorld<Program, InsightsDb>("insights")
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public const string Api = "/api/v1/insights";

    public Guid Staff { get; private set; }
    public Guid Admin { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Staff = Somebody(Role.CommitteeStaff);
        Admin = Somebody(Role.TenantAdmin, Street, StreetPath);
    }

    public async Task Hear(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts) await Deliver(fact);
    }

    public Task<ShowTimeline.View> Timeline(string receipt, Guid? reader = null) => Get<ShowTimeline.View>(reader ?? Staff, $"timelines/{receipt}");

    public async Task<T> Get<T>(Guid person, string path)
    {
        using var http = As(person);
        using var answer = await http.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    public async Task<HttpStatusCode> Status(Guid person, string path, Guid? tenant = null)
    {
        using var http = As(person, tenant);
        return (await http.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative))).StatusCode;
    }

    /// <summary>A refusal's status and code.</summary>
    public async Task<(HttpStatusCode Status, string? Code)> Refused(Guid person, string path)
    {
        using var http = As(person);
        using var answer = await http.GetAsync(new Uri($"{Api}/{path}", UriKind.Relative));
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    public async Task<Rebuild.View> MakeAgain()
    {
        using var http = As(Admin);
        using var answer = await http.PostAsync(new Uri($"{Api}/rebuild", UriKind.Relative), null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Rebuild.View>(Json))!;
    }

    /// <summary>Everything that was read out of the facts, as one text.</summary>
    public Task<string> ReadModels() => In(Ours, async db => JsonSerializer.Serialize(new
    {
        issues = await db.Issues.AsNoTracking().OrderBy(x => x.Id).ToListAsync(),
        mentions = await db.Mentions.AsNoTracking().OrderBy(x => x.Thing).ThenBy(x => x.EventId).ToListAsync(),
        ties = await db.Ties.AsNoTracking().OrderBy(x => x.Of).ThenBy(x => x.To).ToListAsync(),
    }));
}
