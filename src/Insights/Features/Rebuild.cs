using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Insights.Data;
using Platform.Kernel.Data;

namespace Platform.Insights.Features;

/// <summary>Throws the street's read models away and makes them again from the stored facts.</summary>
public static class Rebuild
{
    public sealed record View(int Facts, int Issues);

    public static async Task<Ok<View>> Handle(InsightsDb db, ReadModels models, CancellationToken ct)
    {
        var (facts, issues) = await db.InOne(() => models.MakeAgain(ct), ct);
        return TypedResults.Ok(new View(facts, issues));
    }
}
