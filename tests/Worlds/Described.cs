using System.Text.Json.Nodes;

namespace Platform.Worlds;

/// <summary>What a service says of its own doors, and bodies made from it that pass validation: what is required, and no more.</summary>
internal sealed class Described(JsonNode document)
{
    /// <summary>A place in a body where a value stands: the way to it from the root, and what it is said to be.</summary>
    internal sealed record Place(IReadOnlyList<(object Step, JsonNode Schema)> Way, JsonNode Schema)
    {
        public override string ToString() => string.Join('.', Way.Select(x => x.Step));
    }

    /// <returns>Null where the description leaves this door out: other standards' doors describe themselves.</returns>
    public JsonNode? Operation(string method, string path) =>
        document["paths"]!.AsObject().FirstOrDefault(x => x.Key.TrimEnd('/') == path).Value?[method.ToLowerInvariant()];

    /// <returns>Null where the door takes no JSON.</returns>
    public JsonNode? BodyFor(string method, string path) => BodySchema(method, path) is { } schema ? Some(schema) : null;

    public JsonNode? BodySchema(string method, string path, string type = "application/json") =>
        Operation(method, path)?["requestBody"]?["content"]?[type]?["schema"];

    /// <summary>What may stand behind the ?.</summary>
    public IReadOnlyList<(string Name, JsonNode Schema)> QueryOf(string method, string path) =>
        [.. (Operation(method, path)?["parameters"] as JsonArray ?? []).Where(x => (string?)x!["in"] is "query").Select(x => ((string)x!["name"]!, Resolved(x["schema"]!)))];

    /// <summary>Every place in a body, with those that are not required, some levels deep.</summary>
    public IEnumerable<Place> Places(JsonNode schema, int deep = 4) => Places(schema, [], deep);

    private IEnumerable<Place> Places(JsonNode schema, IReadOnlyList<(object, JsonNode)> way, int deep)
    {
        schema = Resolved(schema);
        if (way.Count > 0) yield return new Place(way, schema);
        if (deep == 0) yield break;
        if (Kind(schema) is "array")
            foreach (var place in Places(schema["items"]!, [.. way, (0, Resolved(schema["items"]!))], deep - 1)) yield return place;
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
            foreach (var place in Places(property!, [.. way, (name, Resolved(property!))], deep - 1)) yield return place;
    }

    /// <summary>A copy of the body with this value at this place; what leads there is made where it is missing.</summary>
    public JsonNode? With(JsonNode body, Place place, JsonNode? value)
    {
        var copy = body.DeepClone();
        var at = copy;
        for (var i = 0; i < place.Way.Count; i++)
        {
            var ((step, schema), last) = (place.Way[i], i == place.Way.Count - 1);
            if (step is string name)
            {
                if (at is not JsonObject thing) return null;
                if (last) thing[name] = value;
                else at = thing[name] ??= Some(schema);
            }
            else
            {
                if (at is not JsonArray list) return null;
                if (list.Count == 0) list.Add(Some(schema));
                if (last) list[0] = value;
                else at = list[0]!;
            }
        }

        return copy;
    }

    private JsonNode Resolved(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } name) return Resolved(document["components"]!["schemas"]![name.Split('/')[^1]]!);
        return (schema["oneOf"] ?? schema["anyOf"]) is JsonArray ways ? Resolved(ways.First(x => x!["type"]?.ToString() is not "null")!) : schema;
    }

    private JsonNode Some(JsonNode schema)
    {
        schema = Resolved(schema);
        if (schema["enum"] is JsonArray values) return values.First(x => x is not null)!.DeepClone();
        return Kind(schema) switch
        {
            "array" => new JsonArray(Some(schema["items"]!)),
            "boolean" => true,
            "integer" or "number" => schema["minimum"]?.DeepClone() ?? 1,
            "string" => Text(schema),
            _ => new JsonObject((schema["required"]?.AsArray() ?? []).Select(x => KeyValuePair.Create((string)x!, (JsonNode?)Some(schema["properties"]![(string)x!]!)))),
        };
    }

    private static string Text(JsonNode schema) => (string?)schema["format"] switch
    {
        "uuid" => Guid.CreateVersion7().ToString(),
        "date" => "2026-12-20",
        "date-time" => "2026-12-20T09:00:00+08:00",
        "time" => "09:00:00",
        _ => new string('x', Math.Max(1, (int?)schema["minLength"] ?? 1)),
    };

    internal static string? Kind(JsonNode schema) => schema["type"] switch
    {
        JsonArray kinds => kinds.Select(x => (string)x!).First(x => x is not "null"),
        { } kind => (string)kind!,
        null => null,
    };
}
