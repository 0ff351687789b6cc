using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>Every error that a door answers with, in its description: by status, each code with its sentence.</summary>
internal static class DescribedProblems
{
    private const string Problem = "Problem", Media = "application/problem+json";

    public static OpenApiOptions AddProblems(this OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas[Problem] = Schema();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Add);
        return options;
    }

    private static Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var (method, path) = (context.Description.HttpMethod!, context.Description.RelativePath!);
        // Open311 answers in the form that its specification gives errors.
        if (path.StartsWith("open311", StringComparison.Ordinal)) return Task.CompletedTask;
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<DoorAttribute>().LastOrDefault() is not { } door) return Task.CompletedTask;
        var refusals = context.ApplicationServices.GetRequiredService<DoorRefusals>();
        foreach (var status in refusals.Of(method, path).Concat(OfAll(door, method, path, operation)).DistinctBy(x => x.Code).GroupBy(x => x.Status))
            (operation.Responses ??= [])[$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join("\n", status.Select(x => $"- `{x.Code}`: {refusals.Sentence(x)}")),
                Content = new Dictionary<string, OpenApiMediaType> { [Media] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) } },
            };
        return Task.CompletedTask;
    }

    // What the pipeline answers before and after a handler.
    private static IEnumerable<Refusal> OfAll(DoorAttribute door, string method, string path, OpenApiOperation operation)
    {
        if (operation.RequestBody is not null || operation.Parameters?.Count > 0) yield return KernelRefusals.Malformed;
        if (operation.RequestBody is not null)
        {
            yield return KernelRefusals.Invalid;
            yield return KernelRefusals.TooLarge;
            yield return KernelRefusals.WrongMediaType;
        }

        if (path.Contains('{', StringComparison.Ordinal)) yield return KernelRefusals.NotFound;
        yield return KernelRefusals.TooMany;
        if (door.Roles is null) yield break;
        yield return KernelRefusals.NotSignedIn;
        yield return KernelRefusals.NoRight;
        if (door.Roles is not []) yield return KernelRefusals.OutsideYourArea;
        if (method is "GET") yield break;
        yield return KernelRefusals.BadKey;
        yield return KernelRefusals.KeyUsedDifferently;
        if (path.Contains('{', StringComparison.Ordinal)) yield return KernelRefusals.Stale;
    }

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object, Description = "Problem details (RFC 9457).",
        Required = new HashSet<string> { "title", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong and what to do, in the reader's language." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable: programs decide by it." },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "To be told to whoever runs the platform." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object, Description = "request.invalid: what is wrong with each field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };
}
