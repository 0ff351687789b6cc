using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>The API's description: "v1" in OpenAPI 3.1 for integrators, "clients" in 3.0 for the generator of Web's typed clients.</summary>
internal static class Descriptions
{
    public static IServiceCollection AddPlatformOpenApi(this IServiceCollection services, string service, Assembly assembly)
    {
        services.AddSingleton(provider => new DoorRefusals(assembly, provider.GetRequiredService<RefusalTexts>()));
        foreach (var (name, version) in new[] { ("v1", OpenApiSpecVersion.OpenApi3_1), ("clients", OpenApiSpecVersion.OpenApi3_0) })
            services.AddOpenApi(name, options =>
            {
                options.OpenApiVersion = version;
                // What others' clients speak is no business of ours.
                // What each service keeps of a person has one shape in all of them, and is passed on as it comes.
                options.ShouldInclude = x => name is "v1" || x.RelativePath?.StartsWith("open311", StringComparison.Ordinal) is not true && !x.ActionDescriptor.EndpointMetadata.OfType<PassedOnAttribute>().Any();
                options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info = new OpenApiInfo { Title = service, Version = "v1" };
                    document.Servers = [];
                    document.Components ??= new OpenApiComponents();
                    document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                    {
                        ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
                    };
                    return Task.CompletedTask;
                });
                options.AddOperationTransformer(Describe);
                // For people and their programs; the generator of our own clients knows problems by itself.
                if (name is "v1") options.AddProblems().AddSchemaTransformer(Examples.Give);
            });
        return services;
    }

    // ListIssues.View and GetIssue.View are two things: ListIssuesView, GetIssueView, PageOfListIssuesView.
    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return NameOf(inner);
        var bare = type.Name.Split('`')[0];
        var name = type.DeclaringType is { } outer && !type.IsGenericParameter ? $"{outer.Name}{bare}" : bare;
        return type.IsGenericType ? $"{name}Of{string.Join("And", type.GetGenericArguments().Select(NameOf))}" : name;
    }

    // Who may call stands in the description too, so that an integrator need not try.
    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<DoorAttribute>().LastOrDefault() is not { } door) return Task.CompletedTask;
        var who = door.Roles switch { null => "Anyone.", [] => "Every member.", var roles => $"Roles: {string.Join(", ", roles)}." };
        operation.Description = string.Join("\n\n", new[] { operation.Description, who }.Where(x => !string.IsNullOrEmpty(x)));
        // The pipeline reads the street, not the handler; a caller must know of it all the same.
        if (context.Description.RelativePath!.Contains("{street}", StringComparison.Ordinal) && operation.Parameters?.Any(x => x.Name == "street") is not true)
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "street", In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "The street's short name: zhangmiao.",
            });
        if (door.Roles is not null)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        return Task.CompletedTask;
    }
}

/// <summary>At a door whose answer Web passes on as it comes: no typed client has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PassedOnAttribute : Attribute;
