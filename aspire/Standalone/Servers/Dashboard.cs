using Platform.Standalone.Processes;

namespace Platform.Standalone.Servers;

/// <summary>The Aspire dashboard: traces, logs and metrics of every service. ./platform installs it where npm is to be had.</summary>
public sealed class Dashboard(string checkout, Ports ports)
{
    private readonly string _home = Path.Combine(checkout, ".local/dashboard");

    /// <summary>Whether it is there.</summary>
    public bool IsInstalled => File.Exists(Program);

    /// <summary>Where people read it.</summary>
    public string Address => $"http://localhost:{ports["dashboard"]}";

    /// <summary>Where services send to, over gRPC.</summary>
    public string Otlp => $"http://127.0.0.1:{ports["otlp"]}";

    private string Program => Path.Combine(_home, "node_modules/@microsoft/aspire-cli-linux-x64/bin/aspire");

    /// <summary>Without a sign-in, for it listens on loopback only and shows a developer's own machine.</summary>
    public Command Prepare()
    {
        Directory.CreateDirectory(Path.Combine(_home, "home"));
        return new Command("dashboard", Program, "dashboard", "run", "--non-interactive", "--nologo", "--allow-anonymous",
            "--frontend-url", $"http://127.0.0.1:{ports["dashboard"]}", "--otlp-grpc-url", Otlp,
            "--otlp-http-url", $"http://127.0.0.1:{ports["otlp-http"]}")
        {
            Environment = new Dictionary<string, string?>
            {
                ["HOME"] = Path.Combine(_home, "home"), // It unpacks itself there, once.
                ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["NO_COLOR"] = "1",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = null,
            },
            OrphanSignal = Signal.Terminate,
        };
    }
}
