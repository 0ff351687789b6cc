using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Platform.Directory.Data;
using Platform.Directory.SignIn;
using Platform.Directory.Start;
using Platform.Kernel.Doors;
using Platform.Worlds;

namespace Platform.Directory.Tests;

/// <summary>Directory as it runs, with the demonstration's two streets, issuing real tokens.</summary>
public sealed class DirectoryWorld() : ServiceWorld<Program, DirectoryDb>("directory")
{
    public const string Issuer = "http://localhost:5/";
    private readonly int _grpcPort = FreePort();

    public static Guid Zhangmiao => Ids.Tenant(1);
    public static Guid Wusong => Ids.Tenant(2);
    public static Guid Area(int number) => Ids.Area(1, number);
    public static Guid Person(int number) => Ids.Person(1, number);

    /// <summary>Staff of the neighbourhood in 张庙街道, and so on, by their real memberships.</summary>
    public HttpClient Staff() => As(Person(5), Zhangmiao);
    public HttpClient Secretary() => As(Person(7), Zhangmiao);
    public HttpClient Admin() => As(Person(11), Zhangmiao);
    public HttpClient Resident() => As(Person(1), Zhangmiao);
    public HttpClient WusongStaff() => As(Ids.Person(2, 2), Wusong);
    public HttpClient Operator() => As(Ids.Person(Ids.Operators, 1), Ids.Tenant(Ids.Operators));

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("Platform:Demo", "true"), new("Platform:Issuer", Issuer), new("Platform:KeyDirectory", Path.Combine(StateDirectory, "keys")),
            new("Kestrel:Endpoints:grpc:Url", $"http://127.0.0.1:{_grpcPort}"), new("Kestrel:Endpoints:grpc:Protocols", "Http2"),
            new("Kestrel:Endpoints:http:Url", "http://127.0.0.1:0")];

    /// <summary>Minted tokens count beside the real ones, and roles given to the stand-in beside those in our tables: the doors' theories need both.</summary>
    protected override void Configure(IServiceCollection services)
    {
        services.AddOptions<JwtBearerOptions>("Bearer").PostConfigure<PlatformKeys>((options, keys) =>
        {
            options.TokenValidationParameters.ValidIssuers = [Issuer, TestTokens.Issuer];
            var both = new OpenIdConnectConfiguration { SigningKeys = { keys.TokenSigning.Key } };
            foreach (var key in TestTokens.Configuration.GetConfigurationAsync(CancellationToken.None).Result.SigningKeys) both.SigningKeys.Add(key);
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(both);
        });
        services.AddHostedService<BothPorts>();
        services.AddScoped<RightsFromTables>().AddScoped<MembershipsFromDirectory>().AddScoped<IMemberships, Both>();
    }

    public override async ValueTask InitializeAsync()
    {
        PlatformKeys.MakeIn(Path.Combine(StateDirectory, "keys"));
        await base.InitializeAsync();
        await Plant();
    }

    /// <summary>The migration step's seed.</summary>
    public async Task Plant()
    {
        await using var scope = Services.CreateAsyncScope();
        await Seed.Run(scope.ServiceProvider, CancellationToken.None);
    }

    /// <summary>What the last code sent to this phone was.</summary>
    public async Task<string> Code(string phone, string street = "zhangmiao")
    {
        using var http = Anonymous();
        var answer = await http.PostAsJsonAsync($"/api/v1/directory/public/{street}/codes", new { phone });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("demoCode").GetString()!;
    }

    /// <summary>POST /connect/token.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Token(params (string Name, string Value)[] form)
    {
        using var http = Anonymous();
        using var content = new FormUrlEncodedContent(form.Select(x => KeyValuePair.Create(x.Name, x.Value)));
        var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Redeems a code for a token.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> Redeem(string phone, string code, string street = "zhangmiao") =>
        Token(("grant_type", "urn:platform:phone-code"), ("client_id", "web"), ("street", street), ("phone", phone), ("code", code));

    public HttpClient With(string token)
    {
        var http = Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>The h2c port, which other services ask.</summary>
    public Contracts.Directory.Grpc.V1.Directory.DirectoryClient Questions() => new(GrpcChannel.ForAddress($"http://127.0.0.1:{_grpcPort}"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Both(RightsFromTables own, MembershipsFromDirectory given) : IMemberships
    {
        public async Task<IReadOnlyList<MembershipView>> Of(Guid tenantId, Guid personId, CancellationToken ct) =>
            [.. await own.Of(tenantId, personId, ct), .. await given.Of(tenantId, personId, ct)];
    }
}
