using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>The categories with their words in the reader's language.</summary>
public static class ListCategories
{
    public sealed record View(string Code, string Name);

    public static Ok<IReadOnlyList<View>> Handle() => TypedResults.Ok<IReadOnlyList<View>>([.. Categories.All.Select(x => new View(x, Categories.Name(x)))]);
}
