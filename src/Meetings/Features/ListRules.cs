using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>Every version of a body's rules.</summary>
public static class ListRules
{
    /// <param name="Number">1, 2, 3 …</param>
    /// <param name="Rules">The parameters that the engine enforces.</param>
    /// <param name="Text">The rules as people adopted them.</param>
    /// <param name="AdoptedAt">Since when.</param>
    public sealed record View(int Number, Rules Rules, string Text, DateTimeOffset AdoptedAt)
    {
        internal static View Of(RuleSet set) => new(set.Number, set.Rules, set.Text, set.AdoptedAt);
    }

    public static async Task<Ok<IReadOnlyList<View>>> Handle(Guid id, MeetingsDb db, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        return TypedResults.Ok<IReadOnlyList<View>>([.. body.RuleSets.OrderByDescending(x => x.Number).Select(View.Of)]);
    }
}
