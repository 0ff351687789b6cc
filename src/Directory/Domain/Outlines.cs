using System.Text.Json;

namespace Platform.Directory.Domain;

/// <summary>Whether a point lies in an outline: a GeoJSON polygon, or several, with their holes.</summary>
public static class Outlines
{
    private static readonly JsonElement Nothing = JsonElement.Parse("[]");

    public static bool Hold(string geoJson, double latitude, double longitude)
    {
        var outline = JsonElement.Parse(geoJson);
        var coordinates = outline.GetProperty("coordinates");
        return outline.GetProperty("type").GetString() is "MultiPolygon"
            ? Items(coordinates).Any(x => InPolygon(x, latitude, longitude)) : InPolygon(coordinates, latitude, longitude);
    }

    // The first ring is its edge, the others are holes.
    private static bool InPolygon(JsonElement rings, double latitude, double longitude) =>
        Items(rings).Select((ring, i) => InRing(ring, latitude, longitude) == (i == 0)).DefaultIfEmpty(false).All(x => x);

    // A ray eastwards crosses the ring an odd number of times.
    private static bool InRing(JsonElement ring, double y, double x)
    {
        var points = Items(ring).Where(IsPoint).Select(p => (X: p[0].GetDouble(), Y: p[1].GetDouble())).ToList();
        var inside = false;
        for (var (i, j) = (0, points.Count - 1); i < points.Count; j = i++)
            if (points[i].Y > y != points[j].Y > y && x < (points[j].X - points[i].X) * (y - points[i].Y) / (points[j].Y - points[i].Y) + points[i].X)
                inside = !inside;
        return inside;
    }

    /// <summary>Its rings, edges and holes alike, each a row of [longitude, latitude]: what has no point is left out.</summary>
    public static IReadOnlyList<IReadOnlyList<double[]>> Rings(string geoJson)
    {
        var outline = JsonElement.Parse(geoJson);
        var coordinates = outline.GetProperty("coordinates");
        var rings = outline.GetProperty("type").GetString() is "MultiPolygon" ? Items(coordinates).SelectMany(x => Items(x)) : Items(coordinates);
        return [.. rings.Select(ring => (double[][])[.. Items(ring).Where(IsPoint).Select(p => (double[])[p[0].GetDouble(), p[1].GetDouble()])]).Where(x => x.Length > 0)];
    }

    // Only the outermost shape of what was drawn is checked when it is stored: what is no ring holds nothing.
    private static JsonElement.ArrayEnumerator Items(JsonElement x) => (x.ValueKind is JsonValueKind.Array ? x : Nothing).EnumerateArray();

    private static bool IsPoint(JsonElement x) => x is { ValueKind: JsonValueKind.Array } && x.GetArrayLength() >= 2
        && x[0].ValueKind is JsonValueKind.Number && x[1].ValueKind is JsonValueKind.Number;
}
