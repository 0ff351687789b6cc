using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Standalone;

/// <summary>What a running platform writes about itself in run.json, for tests, ./platform status and whoever looks after it.</summary>
public sealed record RunFile
{
    /// <summary>Standalone's own process.</summary>
    public required int Pid { get; init; }

    /// <summary>The state directory.</summary>
    public required string State { get; init; }

    /// <summary>Whether demonstration data was asked for.</summary>
    public bool Demo { get; init; }

    /// <summary>The web pages.</summary>
    public string? Web { get; init; }

    /// <summary>The APIs' only public door.</summary>
    public string? Gateway { get; init; }

    /// <summary>The same door for gRPC.</summary>
    public string? GatewayGrpc { get; init; }

    /// <summary>The dashboard, where it runs.</summary>
    public string? Dashboard { get; init; }

    /// <summary>Where telemetry is sent to, over gRPC.</summary>
    public string? Telemetry { get; init; }

    /// <summary>The superuser's connection to PostgreSQL; null on servers that are not ours.</summary>
    public string? Postgres { get; init; }

    /// <summary>The broker, virtual host included; of a cluster, its nodes with commas between.</summary>
    public string? RabbitMq { get; init; }

    /// <summary>The broker's management API, with user and password; of a cluster, its nodes' with commas between.</summary>
    public string? RabbitMqManagement { get; init; }

    /// <summary>Every process.</summary>
    public required IReadOnlyList<RunningProcess> Processes { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it for the owner alone: it holds passwords.</summary>
    public void Write(StateDirectory state) => StateDirectory.WritePrivately(state.RunFile, JsonSerializer.Serialize(this, Json));

    /// <summary>What the running platform wrote; null where none runs.</summary>
    public static RunFile? Read(StateDirectory state) =>
        File.Exists(state.RunFile) ? JsonSerializer.Deserialize<RunFile>(File.ReadAllText(state.RunFile), Json) : null;
}

/// <summary>One process of a running platform.</summary>
public sealed record RunningProcess
{
    /// <summary>issues, issues-2, postgres, ...</summary>
    public required string Name { get; init; }

    /// <summary>Its number; null while it is held or between two starts.</summary>
    public int? Pid { get; init; }

    /// <summary>How often it was started again.</summary>
    public int Restarts { get; init; }

    /// <summary>Where it answers HTTP.</summary>
    public string? Http { get; init; }

    /// <summary>Where it answers gRPC.</summary>
    public string? Grpc { get; init; }

    /// <summary>Its connection strings by name.</summary>
    public IReadOnlyDictionary<string, string>? ConnectionStrings { get; init; }
}
