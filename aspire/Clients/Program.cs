// Writes Web's typed clients: dotnet run --project aspire/Clients -- issues meetings (all services unless named).
// With --check DIRECTORY: of all services as they lie built beside this program, into that directory, for the test that compares.
// Each service describes itself (OpenAPI 3.0, --openapi FILE); NSwag makes src/Web/Clients/<Service>Client.g.cs of it.
// The files are committed, so that a build needs no running service; a test compares them with what the services say.
using System.Reflection;
using System.Text.Json.Nodes;
using CliWrap;

string[] all = ["Directory", "Issues", "Meetings", "Volunteers", "Partners", "Insights"];
var root = Root(new DirectoryInfo(AppContext.BaseDirectory));
var check = args is ["--check", var directory] ? directory : null;
var generator = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "NSwag").Value!;
foreach (var service in all.Where(x => check is not null || args.Length == 0 || args.Contains(x, StringComparer.OrdinalIgnoreCase)))
{
    var description = Path.Combine(Path.GetTempPath(), $"{service}-{Guid.CreateVersion7():n}.json");
    var output = Path.Combine(check ?? Path.Combine(root, "src", "Web", "Clients"), $"{service}Client.g.cs");
    await Describe(service, description);
    File.WriteAllText(description, Plain(JsonNode.Parse(File.ReadAllText(description))!).ToJsonString());
    await Generate(service, description, output);
    // The generator dates what it writes; the same description must give the same file.
    File.WriteAllText(output, File.ReadAllText(output).ReplaceLineEndings("\n"));
    File.Delete(description);
    Console.WriteLine(output);
}

Task Describe(string service, string file)
{
    var name = service.ToLowerInvariant();
    var project = Path.Combine(root, "src", service);
    var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
    IReadOnlyList<string> program = check is null ? ["run", "--project", project, "--"]
        : [Path.Combine(project, "bin", configuration, "net10.0", $"Platform.{service}.dll")];
    return Run([.. program, "--openapi", file], env => env
        .Set($"ConnectionStrings__{name}db", "Host=nowhere").Set($"ConnectionStrings__{name}db-jobs", "Host=nowhere")
        .Set("ConnectionStrings__messaging", "amqp://nowhere").Set("Platform__Issuer", "http://localhost/").Set("Platform__WebAddress", "http://nowhere")
        .Set("Platform__KeyDirectory", Path.GetTempPath()).Set("Attachments__Directory", Path.GetTempPath()).Set("Sms__Directory", Path.GetTempPath())
        .Set("Logging__LogLevel__Default", "Warning"));
}

Task Generate(string service, string description, string output) => Run(
[
    generator, "openapi2csclient", $"/input:{description}", $"/output:{output}", $"/classname:{service}Client", $"/namespace:Platform.Web.Clients.{service}",
    "/operationGenerationMode:SingleClientFromOperationId", "/jsonLibrary:SystemTextJson",
    // Also in lists, where it is not written at the property.
    "/jsonConverters:System.Text.Json.Serialization.JsonStringEnumConverter",
    "/generateNullableReferenceTypes:true",
    "/generateOptionalPropertiesAsNullable:true", "/generateOptionalParameters:true", "/generateDataAnnotations:false", "/classStyle:Record",
    "/generateNativeRecords:true", "/injectHttpClient:true", "/disposeHttpClient:false", "/useBaseUrl:false",
    // Every failure of the platform is problem details: one exception, written by hand beside the generated clients.
    "/generateExceptionClasses:false", "/exceptionClass:ApiException", "/additionalNamespaceUsages:Platform.Web.Clients",
    "/dateType:System.DateOnly", "/dateTimeType:System.DateTimeOffset", "/timeType:System.TimeOnly", "/parameterDateTimeFormat:o",
    "/arrayType:System.Collections.Generic.IReadOnlyList", "/arrayBaseType:System.Collections.Generic.IReadOnlyList",
    "/arrayInstanceType:System.Collections.Generic.List", "/responseArrayType:System.Collections.Generic.IReadOnlyList",
], _ => { });

Task Run(string[] arguments, Action<CliWrap.Builders.EnvironmentVariablesBuilder> environment) => Cli.Wrap("dotnet").WithArguments(arguments)
    .WithEnvironmentVariables(environment).WithStandardErrorPipe(PipeTarget.ToStream(Console.OpenStandardError()))
    .WithStandardOutputPipe(PipeTarget.ToDelegate(line => { if (line.Contains("error", StringComparison.OrdinalIgnoreCase)) Console.WriteLine(line); }))
    .ExecuteAsync();

// The generator knows an enum by its type, and an optional reference by "nullable" beside it; ASP.NET Core writes neither.
static JsonNode Plain(JsonNode node)
{
    if (node is JsonObject schema)
    {
        if (schema["oneOf"] is JsonArray several && several.FirstOrDefault(x => x?["enum"] is JsonArray { Count: 1 } only && only[0] is null) is { } none)
        {
            several.Remove(none);
            schema["nullable"] = true;
        }

        if (schema["enum"] is JsonArray values && schema["type"] is null)
        {
            foreach (var absent in values.Where(x => x is null).ToList()) values.Remove(absent);
            schema["type"] = "string";
        }
    }

    var parts = node switch { JsonObject x => x.Select(p => p.Value), JsonArray x => x, _ => [] };
    foreach (var part in parts.OfType<JsonNode>().ToList()) Plain(part);
    return node;
}

static string Root(DirectoryInfo? directory) =>
    directory is null ? throw new InvalidOperationException("Platform.sln is nowhere above this program.")
        : File.Exists(Path.Combine(directory.FullName, "Platform.sln")) ? directory.FullName : Root(directory.Parent);
