using System.Net.Http.Headers;
using MassTransit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Platform.Contracts;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Personal;
using Platform.Kernel.Tenancy;
using Xunit;

namespace Platform.Worlds;

/// <summary>
/// One service as it runs: real Kestrel, real PostgreSQL (its own database), real RabbitMQ (its own virtual host), a settable clock.
/// A test project derives its one world from it and adds the verbs of its domain.
/// </summary>
/// <typeparam name="TProgram">A public type of the service's assembly; `Program` made public.</typeparam>
/// <typeparam name="TDb">The service's database.</typeparam>
public abstract class ServiceWorld<TProgram, TDb>(string service) : IAsyncLifetime where TProgram : class where TDb : PlatformDb
{
    private readonly string _state = System.IO.Directory.CreateTempSubdirectory("world-").FullName;
    private WebApplicationFactory<TProgram> _factory = null!;
    private IBusControl _outside = null!;

    public TestDatabase Database { get; private set; } = null!;
    public DirectoryStandIn Directory { get; private set; } = null!;
    public TestClock Clock { get; } = new();
    public FactEar Ear { get; } = new();
    public LogEar Log { get; } = new();
    public IServiceProvider Services => _factory.Services;
    public Uri Address { get; private set; } = null!;

    /// <summary>The h2c port, as in production beside the other.</summary>
    public Uri Grpc { get; private set; } = null!;

    public string StateDirectory => _state;

    /// <summary>The world's street, and another one that must never be seen from it.</summary>
    public Guid Ours { get; } = Guid.CreateVersion7();
    public Guid Theirs { get; } = Guid.CreateVersion7();

    /// <summary>Settings of this service beyond what every service gets.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>By which way the service reaches its broker: a test may stand in between.</summary>
    protected virtual Uri WayTo(Uri broker) => broker;

    /// <summary>Replaces what lies outside the service, never what is ours.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Of<TDb>(service);
        Directory = await DirectoryStandIn.Start();
        var broker = await Servers.VirtualHost($"{service}-{Guid.CreateVersion7():n}");
        Phones.MakeKeys(_state);
        await File.WriteAllTextAsync(Path.Combine(_state, "service-secret"), "test");

        _factory = new Host(web =>
        {
            foreach (var (key, value) in Everywhere(broker).Concat(Settings)) web.UseSetting(key, value);
            web.ConfigureLogging(logging => logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning)
                .AddProvider(Log).AddFilter<LogEar>("Platform", LogLevel.Information));
            web.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.AddSingleton<IReceiveObserver>(Ear);
                services.PostConfigure<JwtBearerOptions>("Bearer", x => x.ConfigurationManager = TestTokens.Configuration);
                Configure(services);
            });
        });
        _factory.UseKestrel();
        _factory.StartServer();
        // In the order of the endpoints' names.
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Grpc, Address) = (new Uri(addresses[0]), new Uri(addresses[1]));

        using var anybody = Anonymous();
        await Wait.Until(async () => (await anybody.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode, "see the service hear");
        _outside = Bus.Factory.CreateUsingRabbitMq(x =>
        {
            x.Host(broker);
            x.ReceiveEndpoint("ear", ear =>
            {
                foreach (var type in typeof(IEvent).Assembly.GetExportedTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEvent))))
                    typeof(FactHandlers).GetMethod(nameof(FactHandlers.Hear))!.MakeGenericMethod(type).Invoke(null, [ear, Ear]);
            });
        });
        await _outside.StartAsync();
    }

    /// <summary>A client without a token, or with one of a person who holds these roles in the root of the tenant.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>A client with the token of this person of our street (or another tenant's).</summary>
    public HttpClient As(Guid person, Guid? tenant = null, string scope = "api")
    {
        var http = Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(person, tenant ?? Ours, scope));
        return http;
    }

    /// <summary>Somebody new who holds this role in this area.</summary>
    public Guid Somebody(Role role, Guid areaId, string areaPath)
    {
        var person = Guid.CreateVersion7();
        Directory.Give(person, role, areaId, areaPath);
        return person;
    }

    /// <summary>A fact of another service, complete with its envelope, in our street.</summary>
    public T Fact<T>(T fact, Guid? subject = null, int version = 1, Guid? tenant = null, Guid? actor = null) where T : Fact => fact with
    {
        EventId = Guid.CreateVersion7(),
        TenantId = tenant ?? Ours,
        At = Clock.GetUtcNow(),
        ActorId = actor,
        SubjectId = subject ?? Guid.CreateVersion7(),
        Version = version,
    };

    /// <summary>Says a fact to the service and waits until it has dealt with it. The same fact may be delivered again.</summary>
    public async Task Deliver(Fact fact)
    {
        var messageId = Guid.CreateVersion7();
        var dealt = Ear.Dealt(messageId);
        await _outside.Publish(fact, fact.GetType(), x => x.MessageId = messageId);
        await dealt;
    }

    /// <summary>Says a fact to the broker and does not wait: for what no reaction of the service deals with.</summary>
    public Task Publish(Fact fact) => _outside.Publish(fact, fact.GetType());

    /// <summary>Waits until the service has said such a fact to the broker.</summary>
    public Task<T> Says<T>(Func<T, bool>? such = null) where T : class, IEvent => Wait.Until(() =>
        Task.FromResult(Ear.Heard.OfType<T>().FirstOrDefault(x => such is null || such(x))), $"hear {typeof(T).Name}");

    /// <summary>A unit of work of a tenant, beside the service's own.</summary>
    public async Task<T> In<T>(Guid tenant, Func<TDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(tenant);
        return await act(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_outside is not null) await _outside.StopAsync();
        if (_factory is not null) await _factory.DisposeAsync();
        if (Directory is not null) await Directory.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
        System.IO.Directory.Delete(_state, recursive: true);
    }

    private IEnumerable<KeyValuePair<string, string>> Everywhere(Uri broker) =>
    [
        new($"ConnectionStrings:{service}db", Database.Connections.App), new($"ConnectionStrings:{service}db-jobs", Database.Connections.Jobs),
        new("ConnectionStrings:messaging", WayTo(broker).ToString()), new("Platform:Issuer", TestTokens.Issuer), new("Platform:KeyDirectory", _state),
        new("Platform:WebAddress", "http://web.test"), new("Attachments:Directory", Path.Combine(_state, "attachments")), new("Sms:Directory", Path.Combine(_state, "sms")),
        new("Kestrel:Endpoints:http:Url", "http://127.0.0.1:0"), new("Kestrel:Endpoints:grpc:Url", "http://127.0.0.1:0"), new("Kestrel:Endpoints:grpc:Protocols", "Http2"),
        new("services:directory:grpc:0", Directory.GrpcAddress), new("services:directory:http:0", Directory.HttpAddress),
    ];

    private sealed class Host(Action<IWebHostBuilder> configure) : WebApplicationFactory<TProgram>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => configure(builder);
    }
}

/// <summary>Binds one handler a type of fact.</summary>
public static class FactHandlers
{
    public static void Hear<T>(IReceiveEndpointConfigurator queue, FactEar ear) where T : class, IEvent =>
        queue.Handler<T>(context => { ear.Hear(context.Message); return Task.CompletedTask; });
}
