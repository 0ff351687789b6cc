using Platform.Contracts.Issues.V1;

namespace Platform.Meetings.Domain;

/// <summary>Why somebody counts as untrained.</summary>
public enum UntrainedBecause { NeverTrained, Revoked }

/// <summary>Who is trained, and on which matters it is asked for. A flag, and no bar: a meeting is held whoever convenes it.</summary>
public static class Training
{
    /// <summary>Whether the matter is one that a trained convenor should lead.</summary>
    public static bool IsAskedFor(Scale? scale) => scale is Scale.Major or Scale.Hard;

    /// <summary>Whether the person has a certificate that is good on that day.</summary>
    public static bool IsTrained(Guid personId, IEnumerable<Certificate> certificates, DateOnly on) =>
        certificates.Any(x => x.PersonId == personId && x.IsValidOn(on));

    /// <summary>Why whoever convenes is flagged for this agenda; null where nothing on it asks for training, or they have it.</summary>
    public static UntrainedBecause? Untrained(Guid personId, IEnumerable<Scale?> agenda, IReadOnlyCollection<Certificate> certificates, DateOnly on)
    {
        if (!agenda.Any(IsAskedFor) || IsTrained(personId, certificates, on)) return null;
        return certificates.Any(x => x.PersonId == personId && x.IssuedOn <= on) ? UntrainedBecause.Revoked : UntrainedBecause.NeverTrained;
    }
}
