using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Issues.Data;

/// <summary>Lists that are read and written as a whole, and never searched.</summary>
internal static class Documents
{
    public static void AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.HasColumnType("jsonb").HasConversion(
        x => Written(x), x => JsonSerializer.Deserialize<List<T>>(x, JsonSerializerOptions.Web)!,
        new ValueComparer<IReadOnlyList<T>>((a, b) => Written(a) == Written(b), x => Written(x).GetHashCode(StringComparison.Ordinal)));

    public static string Written<T>(IReadOnlyList<T>? list) => JsonSerializer.Serialize(list, JsonSerializerOptions.Web);
}
