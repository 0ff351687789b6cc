using System.Globalization;
using Platform.Standalone.Processes;

namespace Platform.Standalone;

/// <summary>One running copy of a service.</summary>
public sealed record Replica(Service Service, int Number, Ports Ports)
{
    /// <summary>issues, issues-2, ...: the name of its process and its log.</summary>
    public string Name => Ports.Http(Service, Number);

    /// <summary>Where it answers.</summary>
    public string Http => $"http://127.0.0.1:{Ports[Ports.Http(Service, Number)]}";

    /// <summary>Where it answers gRPC, if it does.</summary>
    public string? Grpc => Service.Grpc is null ? null : $"http://127.0.0.1:{Ports[Ports.Grpc(Service, Number)]}";
}

/// <summary>How each service is run: the same environment, by the same names, as apphost.cs and deploy/ give it.</summary>
public sealed class ServiceCommands(string checkout, StateDirectory state, Ports ports, Connections connections, Options options, string? telemetry)
{
    /// <summary>All copies of all services, in TheSystem's order.</summary>
    public IReadOnlyList<Replica> Replicas { get; } =
    [
        .. from service in TheSystem.Services
           from number in Enumerable.Range(0, options.Replicas.GetValueOrDefault(service.Name, 1))
           select new Replica(service, number, ports),
    ];

    /// <summary>Refuses early if something is not built.</summary>
    public void RequireBuilt()
    {
        var missing = TheSystem.Services.Where(x => !File.Exists(Library(x))).Select(x => x.Name).ToArray();
        if (missing.Length > 0) throw new CannotStartException($"Not built: {string.Join(", ", missing)}. ./platform up builds everything.");
    }

    /// <summary>The step of its own that makes roles, tables and queues before anything runs.</summary>
    public Command Migrate(Service service)
    {
        var environment = Common(service, service.Name + "-migrate");
        environment[Connection(service.Database + "-admin")] = connections.Admin(service.Database!);
        return new Command(service.Name + "-migrate", "dotnet", Library(service), "--migrate")
        {
            Directory = Folder(service),
            Environment = environment,
        };
    }

    /// <summary>The service itself, without the account that may change the schema.</summary>
    public Command Run(Replica replica)
    {
        var environment = Common(replica.Service, replica.Service.Name);
        environment["Kestrel__Endpoints__http__Url"] = replica.Http;
        if (replica.Grpc is { } grpc)
        {
            environment["Kestrel__Endpoints__grpc__Url"] = grpc;
            environment["Kestrel__Endpoints__grpc__Protocols"] = "Http2";
        }

        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={replica.Name}";
        return new Command(replica.Name, "dotnet", Library(replica.Service))
        {
            Directory = Folder(replica.Service),
            Environment = environment,
        };
    }

    private Dictionary<string, string?> Common(Service service, string telemetryName)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = null,
            ["ASPNETCORE_HTTP_PORTS"] = null,
            ["DOTNET_gcServer"] = "0", // Eight processes on one small machine.
            ["OTEL_SERVICE_NAME"] = telemetryName,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = telemetry is null ? null : "grpc",
            ["Platform__Issuer"] = $"http://localhost:{ports["gateway"]}/",
            ["Platform__WebAddress"] = $"http://localhost:{ports["web"]}",
            ["Platform__KeyDirectory"] = state.In("keys"),
            ["Platform__ClockFile"] = state.In("clock"),
            ["Platform__AccountsFile"] = state.In("accounts.txt"),
            ["Platform__Demo"] = options.Demo ? "true" : "false",
            ["Sms__Directory"] = state.In("sms"),
            ["Attachments__Directory"] = state.In("attachments"),
        };
        // What the caller's environment holds for the servers is passed on by name below, not inherited by everyone.
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
            if (name.StartsWith("ConnectionStrings__", StringComparison.Ordinal)) environment[name] = null;

        if (service.Database is { } database)
        {
            environment[Connection(database)] = connections.App(service);
            environment[Connection(database + "-jobs")] = connections.Jobs(service);
        }

        if (service.Uses.Contains(TheSystem.Broker)) environment[Connection(TheSystem.Broker)] = connections.Messaging;
        foreach (var used in Replicas.Where(x => service.Uses.Contains(x.Service.Name)))
        {
            environment[Endpoint(used, "http")] = used.Http;
            if (used.Grpc is { } grpc) environment[Endpoint(used, "grpc")] = grpc;
        }

        return environment;
    }

    private static string Connection(string name) => "ConnectionStrings__" + name;

    private static string Endpoint(Replica replica, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"services__{replica.Service.Name}__{kind}__{replica.Number}");

    private string Folder(Service service) => Path.Combine(checkout, "src", service.Folder);

    private string Library(Service service) => Path.Combine(Folder(service), $"bin/Release/net10.0/Platform.{service.Folder}.dll");
}
