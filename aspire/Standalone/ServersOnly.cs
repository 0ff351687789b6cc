using Platform.Standalone.Servers;

namespace Platform.Standalone;

/// <summary>Only PostgreSQL and RabbitMQ, for the tests: throwaway data, an administrator's account on each.</summary>
public static class ServersOnly
{
    /// <summary>Starts both, writes servers.env for the shell and run.json for programs, and stops when told to.</summary>
    public static async Task Run(StateDirectory state, Options options, CancellationToken stop)
    {
        var (ports, secrets) = (new Ports(options), new Secrets(state));
        ports.RequireFree(["postgres", "rabbitmq", "rabbitmq-management", "rabbitmq-distribution", "epmd"]);
        var postgres = new Postgres(state, ports, secrets, throwaway: true);
        var rabbit = new RabbitMq(state, ports, secrets, throwaway: true);

        await using var running = new Running(state);
        await Running.Together(stop, ct => running.Start(postgres, ct), ct => running.Start([rabbit], "/", ct));
        new RunFile
        {
            Pid = Environment.ProcessId,
            State = state.Root,
            Postgres = postgres.Superuser,
            RabbitMq = rabbit.Address("/"),
            RabbitMqManagement = rabbit.Management,
            Processes = [.. running.All.Select(x => new RunningProcess { Name = x.Name, Pid = x.Pid })],
        }.Write(state);
        var exports = $"""
            export TEST_POSTGRES='{postgres.Superuser}'
            export TEST_RABBITMQ='{rabbit.Address("/")}'
            export TEST_RABBITMQ_MANAGEMENT='{rabbit.Management}'

            """;
        StateDirectory.WritePrivately(state.In("servers.env"), exports);
        Console.Write(exports);
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        finally
        {
            File.Delete(state.RunFile);
            File.Delete(state.In("servers.env"));
        }
    }
}
