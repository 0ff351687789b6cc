// The whole system for whoever has Docker and Aspire's packages: `aspire run` here, or `dotnet run apphost.cs`.
// It describes the same system as Standalone/TheSystem.cs, in containers; tests/Standalone.Tests compares the two.
#:sdk Aspire.AppHost.Sdk@13.6.4
#:package Aspire.Hosting.AppHost@13.6.5
#:package Aspire.Hosting.RabbitMQ@13.6.5
#:package Aspire.Hosting.PostgreSQL@13.6.5
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property TreatWarningsAsErrors=false
#:property PublishAot=false

using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var state = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "../.local/aspire"));
var demo = builder.Configuration["Platform:Demo"] ?? "true";

// Under the locale C, PostgreSQL's trigrams find no Chinese.
var postgres = new Lazy<IResourceBuilder<PostgresServerResource>>(() => builder.AddPostgres("postgres")
    .WithEnvironment("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8").WithDataVolume());
var messaging = Configured("messaging") ?? builder.AddRabbitMQ("messaging").WithManagementPlugin().WithDataVolume();
IResourceBuilder<ProjectResource>? keysAreMade = null;

var directory = Add("directory", http: 8101, grpc: 8102, database: "directorydb", uses: [messaging]);
var issues = Add("issues", http: 8111, grpc: 8112, database: "issuesdb", uses: [messaging, directory]);
var meetings = Add("meetings", http: 8121, grpc: null, database: "meetingsdb", uses: [messaging, directory, issues]);
var volunteers = Add("volunteers", http: 8131, grpc: null, database: "volunteersdb", uses: [messaging, directory, issues]);
var partners = Add("partners", http: 8141, grpc: null, database: "partnersdb", uses: [messaging, directory, issues]);
var insights = Add("insights", http: 8151, grpc: null, database: "insightsdb", uses: [messaging, directory]);
var gateway = Add("gateway", http: 8081, grpc: 8082, database: null, uses: [directory, issues, meetings, volunteers, partners, insights]);
var web = Add("web", http: 8080, grpc: null, database: null, uses: [gateway]);

builder.Build().Run();

// A service: its project, its endpoints, whom it speaks to, and its migration, which ends before it begins.
IResourceBuilder<ProjectResource> Add(string name, int http, int? grpc, string? database, IResourceBuilder<IResource>[] uses)
{
    var service = Project(name, name, uses)
        .WithHttpEndpoint(port: http, targetPort: http, name: "http", isProxied: false)
        .WithEnvironment("Kestrel__Endpoints__http__Url", Everywhere(http))
        .WithEndpointsInEnvironment(_ => false)
        .WithHttpHealthCheck("/health", endpointName: "http");
    if (grpc is { } port)
        service.WithHttpEndpoint(port: port, targetPort: port, name: "grpc", isProxied: false)
            .WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
            .WithEnvironment("Kestrel__Endpoints__grpc__Url", Everywhere(port))
            .WithEnvironment("Kestrel__Endpoints__grpc__Protocols", "Http2");
    if (database is null) return service;

    if (!IsGiven(database + "-admin") && (IsGiven(database) || IsGiven(database + "-jobs")))
        throw new InvalidOperationException($"ConnectionStrings:{database} is set, and ConnectionStrings:{database}-admin is not: nobody could prepare the database there.");
    var app = Account(name, database, "app", connection: database);
    var jobs = Account(name, database, "jobs", connection: database + "-jobs");
    // The server and not a database on it: the migration makes the database, with its owner and its locale.
    var admin = Configured(database + "-admin") ?? postgres.Value;
    var migrate = Project(name + "-migrate", name, uses).WithArgs("--migrate")
        .WithReference(app, database).WithReference(jobs, database + "-jobs")
        .WithReference(admin, database + "-admin").WaitFor(admin);
    if (keysAreMade is not null) migrate.WaitForCompletion(keysAreMade);
    keysAreMade ??= migrate;
    return service.WithReference(app, database).WithReference(jobs, database + "-jobs").WaitForCompletion(migrate);
}

// A string, and not an interpolation: that would be taken for an expression of resources.
static string Everywhere(int port) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://*:{port}");

// What a service and its migration have in common: the same variables, by the same names, as Standalone gives them.
IResourceBuilder<ProjectResource> Project(string resource, string service, IEnumerable<IResourceBuilder<IResource>> uses)
{
    var folder = char.ToUpperInvariant(service[0]) + service[1..];
    var project = builder.AddProject(resource, $"../src/{folder}/{folder}.csproj", options => options.ExcludeLaunchProfile = true)
        .WithEnvironment("Platform__Issuer", "http://localhost:8081/")
        .WithEnvironment("Platform__WebAddress", "http://localhost:8080")
        .WithEnvironment("Platform__KeyDirectory", Path.Combine(state, "keys"))
        .WithEnvironment("Platform__ClockFile", Path.Combine(state, "clock"))
        .WithEnvironment("Platform__AccountsFile", Path.Combine(state, "accounts.txt"))
        .WithEnvironment("Platform__Demo", demo)
        .WithEnvironment("Sms__Directory", Path.Combine(state, "sms"))
        .WithEnvironment("Attachments__Directory", Path.Combine(state, "attachments"));
    foreach (var used in uses)
        if (used is IResourceBuilder<ProjectResource> other) project.WithReference(other);
        else if (used is IResourceBuilder<IResourceWithConnectionString> server) project.WithReference(server, "messaging").WaitFor(server);
    return project;
}

// The accounts issues_app and issues_jobs: the migration makes them, with the passwords in the connection strings it is given.
IResourceBuilder<IResourceWithConnectionString> Account(string service, string database, string kind, string connection)
{
    if (Configured(connection) is { } configured) return configured;
    var password = builder.AddParameter(
        $"{service}-{kind}-password", new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);
    var endpoint = postgres.Value.Resource.PrimaryEndpoint;
    return builder.AddConnectionString(connection, ReferenceExpression.Create(
        $"Host={endpoint.Property(EndpointProperty.Host)};Port={endpoint.Property(EndpointProperty.Port)};Database={database};Username={service}_{kind};Password={password}"));
}

// A server that exists already, named by a connection string, takes the place of a container.
IResourceBuilder<IResourceWithConnectionString>? Configured(string name) =>
    IsGiven(name) ? builder.AddConnectionString(name) : null;

bool IsGiven(string name) => builder.Configuration.GetConnectionString(name) is not null;
