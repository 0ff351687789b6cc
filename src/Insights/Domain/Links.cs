using System.Text.Json;
using Platform.Kernel.Tenancy;

namespace Platform.Insights.Domain;

/// <summary>That a fact is about a thing: an issue, an action, a meeting … named by its id, or an issue by its receipt number.</summary>
public sealed class Mention : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required string Thing { get; init; }
    public required Guid EventId { get; init; }
}

/// <summary>That what is about the one also belongs to the story of the other: an issue's action, the activity that carries it out.</summary>
public sealed class Tie : ITenantOwned
{
    public required Guid TenantId { get; init; }
    public required string Of { get; init; }
    public required string To { get; init; }
}

/// <summary>
/// What one fact says about who belongs to whom, read by the names of its properties, so that a fact of tomorrow with an issueId or actionId
/// finds its place too. It looks at nothing but the fact: in which order facts come cannot matter.
/// </summary>
public sealed record Links(IReadOnlySet<string> Things, IReadOnlySet<(string Of, string To)> Ties)
{
    public static Links Of(StoredFact fact)
    {
        using var body = JsonDocument.Parse(fact.Body);
        var root = body.RootElement;
        var subject = fact.SubjectId.ToString();
        var issues = Named(root, "issueId").Concat(Each(root, "items", "issueId")).ToList();
        if (fact.ReceiptNumber is { } receipt) issues.Add(receipt);
        var carriers = Named(root, "actionId").Concat(Named(root, "activityId")).ToList();

        var things = issues.Concat(carriers).Concat(Named(root, "intoId")).Concat(Named(root, "fromId")).ToHashSet();
        // What is said of one item of a meeting is not said of the meeting's other items: there the subject does not count.
        if (fact.Service is "issues" || issues.Count == 0 && !root.TryGetProperty("itemId", out _)) things.Add(subject);

        var ties = issues.Concat(carriers).Select(x => (x, subject))
            .Concat(Each(root, "actions", "actionId").SelectMany(action => issues.Append(subject).Select(x => (x, action))))
            .Where(x => x.Item1 != x.Item2).ToHashSet();
        return new Links(things, ties);
    }

    private static IEnumerable<string> Named(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? [value.GetString()!] : [];

    private static IEnumerable<string> Each(JsonElement of, string list, string name) =>
        of.TryGetProperty(list, out var items) && items.ValueKind is JsonValueKind.Array ? items.EnumerateArray().SelectMany(x => Named(x, name)) : [];
}
