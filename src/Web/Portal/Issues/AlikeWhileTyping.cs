using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Web.Clients;
using Platform.Web.Clients.Issues;
using Platform.Web.Gateway;
using Platform.Web.Kit;

namespace Platform.Web.Portal.Issues;

/// <summary>The same list as a piece of the page, for the small script that asks while somebody types.</summary>
public static class AlikeWhileTyping
{
    public static void MapAlike(this IEndpointRouteBuilder app) => app.MapGet("/{street}/report/alike", Show).AllowAnonymous();

    private static async Task<RazorComponentResult<AlikeList>> Show(string street, string? title, string? area, IssuesClient issues) =>
        new(new Dictionary<string, object?> { ["Alike"] = await issues.Alike(street, title, null, Typed.IdOrNone(area)) });

    /// <summary>What may be the same; none where nobody can say, since a report must not wait for it.</summary>
    internal static async Task<IReadOnlyList<FindAlikeView>> Alike(this IssuesClient issues, string street, string? title, string? text, Guid? area)
    {
        if (title is null || title.Trim() is not { Length: >= 2 and <= 80 } words) return [];
        try { return await issues.FindAlikeOnBoardAsync(street, words, text is { Length: > 300 } ? text[..300] : text, area); }
        catch (Exception e) when (e.IsAway() || e is ApiException) { return []; }
    }
}
