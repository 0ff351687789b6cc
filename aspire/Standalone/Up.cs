using Platform.Standalone.Servers;

namespace Platform.Standalone;

/// <summary>The whole platform: servers, migrations, services, and a table that says where everything is.</summary>
public sealed class Up(string checkout, StateDirectory state, Options options)
{
    private const long MinimumDisk = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly Ports _ports = new(options);
    private readonly Secrets _secrets = new(state);

    /// <summary>Starts everything, and stops it when told to.</summary>
    public async Task Run(CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        state.RequireSpace(MinimumDisk);
        var postgres = new Postgres(state, _ports, _secrets, throwaway: false);
        var rabbits = RabbitMq.Nodes(state, _ports, _secrets, options);
        var dashboard = new Dashboard(checkout, _ports);
        var connections = new Connections(postgres, rabbits, _secrets, Environment.GetEnvironmentVariable);
        connections.Check();
        var (startDashboard, telemetry) = Telemetry(dashboard);
        var services = new ServiceCommands(checkout, state, _ports, connections, options, telemetry);
        services.RequireBuilt();
        RequirePorts(connections, startDashboard, services, rabbits);

        await using var running = new Running(state);
        if (startDashboard) running.Start((dashboard.Prepare(), null));
        await Running.Together(
            stop,
            async ct => { if (connections.NeedPostgres) await running.Start(postgres, ct); },
            async ct => { if (connections.NeedRabbitMq) await running.Start(rabbits, Connections.VirtualHost, ct); });

        await Migrations.Run(services, state, connections.NeedPostgres && connections.NeedRabbitMq, stop);
        var processes = running.Start(services.Replicas.Select(x => (services.Run(x), (Uri?)new Uri(x.Http + "/alive"))));
        await Running.Together(stop, processes.Zip(services.Replicas, (process, replica) => (Func<CancellationToken, Task>)(ct =>
            running.UntilHealthy(process, new Uri(replica.Http + "/health"), Patience, ct))));

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        RunFile Now() => new()
        {
            Pid = Environment.ProcessId,
            State = state.Root,
            Demo = options.Demo,
            Web = $"http://localhost:{_ports["web"]}",
            Gateway = $"http://localhost:{_ports["gateway"]}",
            GatewayGrpc = $"http://localhost:{_ports["gateway-grpc"]}",
            Dashboard = startDashboard ? dashboard.Address : null,
            Telemetry = telemetry,
            Postgres = connections.NeedPostgres ? postgres.Superuser : null,
            RabbitMq = connections.Messaging,
            RabbitMqManagement = connections.NeedRabbitMq ? string.Join(',', rabbits.Select(x => x.Management)) : null,
            Processes = [.. running.All.Select(x => Describe(x, services, connections))],
        };
        var life = Task.CompletedTask;
        try
        {
            var run = Now();
            run.Write(state);
            Summary.Print(run, seconds);
            life = DemonstrationLife.Play(checkout, state, options, run.Gateway!, stop);
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(500, stop);
                var now = Now();
                if (!now.Processes.Select(x => (x.Pid, x.Restarts)).SequenceEqual(run.Processes.Select(x => (x.Pid, x.Restarts)))) now.Write(state);
                run = now;
            }
        }
        finally
        {
            File.Delete(state.RunFile);
            Running.Say("Stopping");
            await life;
        }
    }

    private static RunningProcess Describe(Supervised process, ServiceCommands services, Connections connections)
    {
        var replica = services.Replicas.FirstOrDefault(x => x.Name == process.Name);
        return new RunningProcess
        {
            Name = process.Name,
            Pid = process.Pid,
            Restarts = process.Restarts,
            Http = replica?.Http,
            Grpc = replica?.Grpc,
            ConnectionStrings = replica?.Service is { Database: { } database } service
                ? new Dictionary<string, string>
                {
                    [database] = connections.App(service),
                    [database + "-jobs"] = connections.Jobs(service),
                    [database + "-admin"] = connections.Admin(database),
                }
                : null,
        };
    }

    private (bool StartDashboard, string? Endpoint) Telemetry(Dashboard dashboard)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } elsewhere) return (false, elsewhere);
        if (options.Dashboard && dashboard.IsInstalled) return (true, dashboard.Otlp);
        if (options.Dashboard)
            Running.Say("The Aspire dashboard is not installed (npm gets it): telemetry goes nowhere unless OTEL_EXPORTER_OTLP_ENDPOINT is set");
        return (false, null);
    }

    private void RequirePorts(Connections connections, bool dashboard, ServiceCommands services, IReadOnlyList<RabbitMq> rabbits)
    {
        var wanted = new List<string>();
        if (connections.NeedPostgres) wanted.Add("postgres");
        if (connections.NeedRabbitMq) wanted.AddRange(["epmd", .. rabbits.SelectMany((_, node) => ((string[])["rabbitmq", "rabbitmq-management", "rabbitmq-distribution"]).Select(x => Ports.Replica(x, node)))]);
        if (dashboard) wanted.AddRange(["dashboard", "otlp", "otlp-http"]);
        wanted.AddRange(services.Replicas.Select(x => Ports.Http(x.Service, x.Number)));
        wanted.AddRange(services.Replicas.Where(x => x.Grpc is not null).Select(x => Ports.Grpc(x.Service, x.Number)));
        _ports.RequireFree(wanted);
    }
}
