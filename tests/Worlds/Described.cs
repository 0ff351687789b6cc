using System.Text.Json.Nodes;

namespace Platform.Worlds;

/// <summary>Bodies that pass validation, made from a service's own description of what its doors take: what is required, and no more.</summary>
internal sealed class Described(JsonNode document)
{
    /// <returns>Null where the door takes no JSON.</returns>
    public JsonNode? BodyFor(string method, string path) =>
        document["paths"]!.AsObject().First(x => x.Key.TrimEnd('/') == path).Value![method.ToLowerInvariant()]!["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? Some(schema) : null;

    private JsonNode Some(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } name) return Some(document["components"]!["schemas"]![name.Split('/')[^1]]!);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray ways) return Some(ways.First(x => x!["type"]?.ToString() is not "null")!);
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

    private static string? Kind(JsonNode schema) => schema["type"] switch
    {
        JsonArray kinds => kinds.Select(x => (string)x!).First(x => x is not "null"),
        { } kind => (string)kind!,
        null => null,
    };
}
