using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Issues.Data;

/// <summary>Lists that are read and written as a whole, and never searched.</summary>
internal static class Documents
{
    public static void AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property, JsonSerializerOptions? json = null) => property.HasColumnType("jsonb").HasConversion(
        x => Written(x, json), x => JsonSerializer.Deserialize<List<T>>(x, json ?? JsonSerializerOptions.Web)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => Written(a, json) == Written(b, json), x => Written(x, json).GetHashCode(StringComparison.Ordinal)));

    public static string Written<T>(IReadOnlyList<T>? list, JsonSerializerOptions? json = null) => JsonSerializer.Serialize(list, json ?? JsonSerializerOptions.Web);
}
