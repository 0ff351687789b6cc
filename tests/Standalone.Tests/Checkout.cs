using Platform.Standalone.Servers;

namespace Platform.Standalone.Tests;

public static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>How services would be run from this checkout, with that state and those arguments.</summary>
    public static ServiceCommands Commands(this Scratch scratch, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var (options, secrets) = (Options.Parse(arguments), new Secrets(scratch.State));
        var ports = new Ports(options);
        var connections = new Connections(
            new Postgres(scratch.State, ports, secrets, throwaway: true), new RabbitMq(scratch.State, ports, secrets, throwaway: true), secrets,
            name => environment?.GetValueOrDefault(name));
        return new ServiceCommands(Root, scratch.State, ports, connections, options, telemetry: "http://127.0.0.1:18889");
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "global.json"))) at = at.Parent!;
        return at.FullName;
    }
}
