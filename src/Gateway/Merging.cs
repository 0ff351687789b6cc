using System.Text.Json.Nodes;

namespace Platform.Gateway;

/// <summary>
/// Joins the services' descriptions. Paths cannot clash, since each begins with its service; names of schemas and operations can, so each
/// gets its service's in front, always: a new service then renames nothing of the others.
/// </summary>
internal static class Merging
{
    private const string SchemaRef = "#/components/schemas/";

    public static JsonObject Merge(IReadOnlyDictionary<string, JsonObject> services, string issuer)
    {
        var (paths, schemas, tags) = (new JsonObject(), new JsonObject(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (service, original) in services.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var document = (JsonObject)original.DeepClone();
            Rename(document, service);
            foreach (var (path, item) in Take(document["paths"])) paths[path] = Prepared(service, item!);
            foreach (var (name, schema) in Take(document["components"]?["schemas"])) schemas[$"{service}.{name}"] = schema;
            foreach (var tag in document["tags"] as JsonArray ?? []) tags.Add(tag!["name"]!.GetValue<string>());
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "社区共治平台 API", ["version"] = "v1",
                ["description"] = "Errors are problem details (RFC 9457) with a stable `code`. Lists are read by `after` and `limit`, writes repeated safely with "
                    + "`Idempotency-Key`, guarded with `If-Match`. `Accept-Language: zh-CN` or `en`.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = issuer.TrimEnd('/') }),
            ["tags"] = new JsonArray([.. tags.Select(x => new JsonObject { ["name"] = x })]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["securitySchemes"] = Security(services.Keys, issuer) },
        };
    }

    // Nodes have one parent: taken out of the old document before they are put into the new one.
    private static List<KeyValuePair<string, JsonNode?>> Take(JsonNode? from)
    {
        if (from is not JsonObject parent) return [];
        var taken = parent.ToList();
        parent.Clear();
        return taken;
    }

    private static void Rename(JsonNode? node, string service)
    {
        if (node is JsonArray array)
            foreach (var item in array) Rename(item, service);
        if (node is not JsonObject @object) return;
        foreach (var (key, value) in @object.ToList())
            if (key is "$ref" && value is JsonValue && value.GetValue<string>() is var target && target.StartsWith(SchemaRef, StringComparison.Ordinal))
                @object[key] = $"{SchemaRef}{service}.{target[SchemaRef.Length..]}";
            else if (key is "mapping" && value is JsonObject mapping && @object.ContainsKey("propertyName"))
                foreach (var (kind, schema) in mapping.ToList())
                    mapping[kind] = schema!.GetValue<string>().Replace(SchemaRef, $"{SchemaRef}{service}.", StringComparison.Ordinal);
            else
                Rename(value, service);
    }

    private static JsonNode Prepared(string service, JsonNode path)
    {
        foreach (var (method, operation) in path.AsObject().ToList())
        {
            if (operation is not JsonObject described || method is "parameters" or "servers") continue;
            if (described["operationId"] is { } id) described["operationId"] = $"{service}_{id.GetValue<string>()}";
            if (described["security"] is not JsonArray { Count: > 0 }) continue;
            var scope = $"{service}.{(method is "get" or "head" ? "read" : "write")}";
            described["security"] = new JsonArray(
                new JsonObject { ["signIn"] = new JsonArray(scope) }, new JsonObject { ["bearer"] = new JsonArray() });
        }

        return path;
    }

    private static JsonObject Security(IEnumerable<string> services, string issuer)
    {
        var @base = issuer.TrimEnd('/');
        var scopes = new JsonObject { ["api"] = "What the person who signed in may do" };
        foreach (var service in services.Order(StringComparer.Ordinal))
            (scopes[$"{service}.read"], scopes[$"{service}.write"]) = ($"Read {service}", $"Read and write {service}");
        return new JsonObject
        {
            ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
            ["signIn"] = new JsonObject
            {
                ["type"] = "oauth2",
                ["flows"] = new JsonObject
                {
                    ["clientCredentials"] = new JsonObject { ["tokenUrl"] = $"{@base}/connect/token", ["scopes"] = scopes.DeepClone() },
                    ["authorizationCode"] = new JsonObject
                    {
                        ["authorizationUrl"] = $"{@base}/connect/authorize", ["tokenUrl"] = $"{@base}/connect/token", ["scopes"] = scopes,
                    },
                },
            },
        };
    }
}
