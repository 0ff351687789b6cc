using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Platform.Kernel.Http;

/// <summary>
/// An example for each thing that is sent or answered, by its name: what the demonstration's street would say, with ids that it has. A doc
/// comment's own example goes before.
/// </summary>
internal static class Examples
{
    // The ids are of Sitang No. 3 Village in the demonstration: building 12, its neighbourhood, a member of its staff.
    private const string Building = "01900000-0001-7000-8000-000200000112", Neighbourhood = "01900000-0001-7000-8000-000200000001", Person = "01900000-0001-7000-8000-000400000005";

    private static readonly Dictionary<string, JsonNode> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "12号楼后电线下的死角", ["text"] = "堆满了建筑垃圾，大家都绕着走。", ["what"] = "清运建筑垃圾", ["reason"] = "涉及电力、绿化、物业多方。", ["words"] = "现场看过，情况属实。",
        ["note"] = "垃圾已清运，附照片。", ["phone"] = "13800000000", ["name"] = "花园怎么建，您来说", ["nameEn"] = "How shall the garden be?", ["place"] = "小区议事厅",
        ["category"] = "environment", ["code"] = "garden", ["campaign"] = "garden", ["areaId"] = Building, ["deliberationAreaId"] = Neighbourhood, ["personId"] = Person, ["handlerId"] = Person,
        ["leaderId"] = Person, ["authorId"] = Person, ["receiptNumber"] = "310113008-2026-000123", ["into"] = "310113008-2026-000122", ["areaName"] = "12号楼", ["purpose"] = "空地要变花园，先听大家的。",
        ["score"] = 5, ["households"] = 60, ["next"] = "MTIz", ["street"] = "zhangmiao", ["streetCode"] = "zhangmiao",
    };

    public static Task Give(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo is { } property && schema.Examples is not { Count: > 0 } && schema.Properties is not { Count: > 0 } && Of(property.Name, schema) is { } example)
            schema.Examples = [example];
        return Task.CompletedTask;
    }

    private static JsonNode? Of(string name, OpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.String when schema.Enum is { Count: > 0 } choices => choices[0]?.DeepClone(),
        JsonSchemaType.String when schema.Format is "uuid" => (ByName.GetValueOrDefault(name) ?? "01900000-0001-7000-8000-000900000001").DeepClone(),
        JsonSchemaType.String when schema.Format is "date-time" => "2026-11-26T09:00:00+08:00",
        JsonSchemaType.String when schema.Format is "date" => "2026-11-26",
        JsonSchemaType.String when schema.Format is null => (ByName.GetValueOrDefault(name) ?? "…").DeepClone(),
        JsonSchemaType.Integer or JsonSchemaType.Number when ByName.GetValueOrDefault(name) is JsonValue value && value.TryGetValue<int>(out _) => value.DeepClone(),
        JsonSchemaType.Integer or JsonSchemaType.Number => 1,
        JsonSchemaType.Boolean => false,
        _ => null,
    };
}
