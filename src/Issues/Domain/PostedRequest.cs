using Platform.Kernel.Data;

namespace Platform.Issues.Domain;

/// <summary>An answer as it was given, with the question as it was then: the street may ask differently tomorrow.</summary>
public sealed record Answered(string Code, string Question, IReadOnlyList<string> Values);

/// <summary>
/// What came with an issue from another system and is not the issue's own, over Open311 or in the hotline's sheet: through whose system, from where exactly,
/// what else was told, and whom to call back.
/// Written once; none of it is public but the point, and that only roughly.
/// </summary>
public sealed class PostedRequest : TenantRow
{
    public required Guid IssueId { get; init; }
    /// <summary>Whose system posted it; null where it came in the hotline's sheet.</summary>
    public Guid? IntegratorId { get; init; }


    /// <summary>WGS-84.</summary>
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    public string? Address { get; init; }

    /// <summary>Where the reporter shows a picture. It is never fetched by us: it may lead anywhere.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>Name, phone and e-mail of whoever reported, encrypted as phones are.</summary>
    public string? Contact { get; private set; }

    public required IReadOnlyList<Answered> Answers { get; init; }

    /// <summary>With whom to call back, where they left that.</summary>
    public PostedRequest ReachedBy(string? contact)
    {
        Contact = contact;
        return this;
    }
}
