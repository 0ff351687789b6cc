namespace Platform.Standalone;

/// <summary>
/// One service of the platform. <paramref name="Uses"/> names what it speaks to: the broker ("messaging") or other services,
/// which it asks over gRPC or HTTP. Its folder, database accounts and environment follow from its name.
/// </summary>
public sealed record Service(string Name, int Http, int? Grpc, string? Database, string[] Uses)
{
    /// <summary>src/Issues holds the service "issues", and builds Platform.Issues.dll.</summary>
    public string Folder => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>Only what stands behind the gateway can be run twice here: web and gateway are addresses that people type.</summary>
    public bool MayBeReplicated => Name is not ("web" or "gateway");
}

/// <summary>
/// The whole system, described once: everything that Standalone starts, and the environment it starts it in, derives from this
/// list. aspire/apphost.cs says the same in Aspire's words; a test compares the two.
/// </summary>
public static class TheSystem
{
    /// <summary>The broker's name in every service's references and connection strings.</summary>
    public const string Broker = "messaging";

    /// <summary>In the order of migration and of start; Directory first, for it makes the keys that the others read.</summary>
    public static readonly IReadOnlyList<Service> Services =
    [
        new("directory", Http: 8101, Grpc: 8102, Database: "directorydb", Uses: [Broker]),
        new("issues", Http: 8111, Grpc: 8112, Database: "issuesdb", Uses: [Broker, "directory"]),
        new("meetings", Http: 8121, Grpc: null, Database: "meetingsdb", Uses: [Broker, "directory", "issues"]),
        new("volunteers", Http: 8131, Grpc: null, Database: "volunteersdb", Uses: [Broker, "directory", "issues"]),
        new("partners", Http: 8141, Grpc: null, Database: "partnersdb", Uses: [Broker, "directory", "issues"]),
        new("insights", Http: 8151, Grpc: null, Database: "insightsdb", Uses: [Broker, "directory"]),
        new("gateway", Http: 8081, Grpc: 8082, Database: null,
            Uses: ["directory", "issues", "meetings", "volunteers", "partners", "insights"]),
        new("web", Http: 8080, Grpc: null, Database: null, Uses: ["gateway"]),
    ];

    /// <summary>Ports of what is not ours: Debian's servers and the Aspire dashboard.</summary>
    public static readonly IReadOnlyDictionary<string, int> ServerPorts = new Dictionary<string, int>
    {
        ["postgres"] = 15432,
        ["rabbitmq"] = 15673,
        ["rabbitmq-management"] = 15674,
        ["rabbitmq-distribution"] = 15675,
        ["epmd"] = 14369,
        ["dashboard"] = 18888,
        ["otlp"] = 18889,
        ["otlp-http"] = 18890,
    };
}
