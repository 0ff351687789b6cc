using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Contracts.Directory.Grpc.V1;
using Platform.Contracts.Directory.V1;

namespace Platform.Worlds;

/// <summary>What a service under test asks Directory, answered by the real proto over a real h2c port; and the token endpoint for service tokens.</summary>
public sealed class DirectoryStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Answers _answers = new();

    private DirectoryStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, x => x.Protocols = HttpProtocols.Http2);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, x => x.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(_answers);
        _app = builder.Build();
        _app.MapGrpcService<Speaker>();
        _app.MapPost("/connect/token", () => new { access_token = TestTokens.For(Guid.CreateVersion7(), tenant: null, "service"), expires_in = 1800 });
    }

    public string GrpcAddress => _app.Urls.First();
    public string HttpAddress => _app.Urls.Last();

    public static async Task<DirectoryStandIn> Start()
    {
        var directory = new DirectoryStandIn();
        await directory._app.StartAsync();
        return directory;
    }

    /// <summary>Gives a person a role in an area.</summary>
    public void Give(Guid person, Role role, Guid areaId, string areaPath) =>
        _answers.Memberships.GetOrAdd(person, _ => []).Add(new Membership { Role = role.ToString(), AreaId = areaId.ToString(), AreaPath = areaPath });

    /// <summary>Every role of a person has ended; who asked before does not know it yet.</summary>
    public void EndRoles(Guid person) => _answers.Memberships[person] = [];

    /// <summary>It was guessed at too often: who asks for this receipt must wait.</summary>
    public void IsGuessedAt(string receipt, int waitSeconds) => _answers.Waits[receipt] = waitSeconds;

    public void HasPhone(Guid person, string phone) => _answers.Phones[person] = phone;

    /// <summary>This Open311 key is that integrator's, in that street.</summary>
    public void HasKey(Guid integrator, string key, Guid tenant) => _answers.Keys[(tenant, key)] = integrator;

    /// <summary>Every point is in this area.</summary>
    public void PointsLieIn(Guid? areaId) => _answers.AreaAt = areaId;

    /// <summary>The next questions about a person's roles fail as those do that meet a restarting service; below 0: none is ever answered.</summary>
    public void IsAwayFor(Guid person, int questions) => _answers.Away[person] = questions;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed class Answers
    {
        public ConcurrentDictionary<Guid, ConcurrentBag<Membership>> Memberships { get; } = new();
        public ConcurrentDictionary<Guid, string> Phones { get; } = new();
        public ConcurrentDictionary<string, int> Waits { get; } = new();
        public ConcurrentDictionary<(Guid Tenant, string Key), Guid> Keys { get; } = new();
        public Guid? AreaAt { get; set; }
        public ConcurrentDictionary<Guid, int> Away { get; } = new();
    }

    internal sealed class Speaker(Answers answers) : Contracts.Directory.Grpc.V1.Directory.DirectoryBase
    {
        public override async Task<GetMembershipsReply> GetMemberships(GetMembershipsRequest request, ServerCallContext context)
        {
            var person = Guid.Parse(request.PersonId);
            var away = answers.Away.GetValueOrDefault(person);
            if (away < 0) await Task.Delay(Timeout.Infinite, context.CancellationToken);
            if (away > 0 && answers.Away.TryUpdate(person, away - 1, away)) throw new RpcException(new Status(StatusCode.Unavailable, "restarting"));
            return new GetMembershipsReply { Memberships = { answers.Memberships.GetValueOrDefault(person, []) } };
        }

        public override Task<PhoneMatchesReply> PhoneMatches(PhoneMatchesRequest request, ServerCallContext context) =>
            Task.FromResult(answers.Waits.TryGetValue(request.LookedUp, out var seconds) ? new PhoneMatchesReply { WaitSeconds = seconds } : new PhoneMatchesReply { Matches = answers.Phones.GetValueOrDefault(Guid.Parse(request.PersonId)) == request.Phone });

        // As Directory does: known by the phone, or somebody new.
        public override Task<ResidentByPhoneReply> ResidentByPhone(ResidentByPhoneRequest request, ServerCallContext context)
        {
            lock (answers)
            {
                var known = answers.Phones.Where(x => x.Value == request.Phone).Select(x => (Guid?)x.Key).FirstOrDefault();
                var person = known ?? Guid.CreateVersion7();
                answers.Phones[person] = request.Phone;
                return Task.FromResult(new ResidentByPhoneReply { PersonId = person.ToString() });
            }
        }
        public override Task<WhoseKeyReply> WhoseKey(WhoseKeyRequest request, ServerCallContext context) => Task.FromResult(new WhoseKeyReply
        {
            IntegratorId = answers.Keys.TryGetValue((Guid.Parse(context.RequestHeaders.GetValue("tenant")!), request.ApiKey), out var known) ? $"{known}" : "",
        });

        public override Task<WhoHasPhoneReply> WhoHasPhone(WhoHasPhoneRequest request, ServerCallContext context) =>
            Task.FromResult(new WhoHasPhoneReply { PersonId = answers.Phones.Where(x => x.Value == request.Phone).Select(x => $"{x.Key}").FirstOrDefault("") });

        public override Task<AreaAtReply> AreaAt(AreaAtRequest request, ServerCallContext context) => Task.FromResult(new AreaAtReply { AreaId = $"{answers.AreaAt}" });

        public override Task<WhoIsReply> WhoIs(WhoIsRequest request, ServerCallContext context) => Task.FromResult(new WhoIsReply
        {
            People = { answers.Memberships.Where(x => x.Value.Any(m => m.Role == request.Role && m.AreaId == request.AreaId))
                .Select(x => new PersonName { PersonId = x.Key.ToString(), Name = "某某" }) },
        });
    }
}
