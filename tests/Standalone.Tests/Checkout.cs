using Platform.Standalone.Servers;

namespace Platform.Standalone.Tests;

public static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>How services would be run from this checkout, with that state and those arguments.</summary>
    public static ServiceCommands Commands(this Scratch scratch, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var options = Options.Parse(arguments);
        return new ServiceCommands(Root, scratch.State, new Ports(options), scratch.Connections(environment ?? [], arguments), options, telemetry: "http://127.0.0.1:18889");
    }

    /// <summary>Who would connect as whom, with that environment.</summary>
    public static Connections Connections(this Scratch scratch, Dictionary<string, string> environment, params string[] arguments)
    {
        var (ports, secrets) = (new Ports(Options.Parse(arguments)), new Secrets(scratch.State));
        return new Connections(
            new Postgres(scratch.State, ports, secrets, throwaway: true), [new RabbitMq(scratch.State, ports, secrets, throwaway: true)], secrets,
            environment.GetValueOrDefault);
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "global.json"))) at = at.Parent!;
        return at.FullName;
    }
}
