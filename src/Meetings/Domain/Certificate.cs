using System.Security.Cryptography;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>A certificate of a workshop: one a person and workshop. Revoked, it stays on record and is good for nothing.</summary>
public sealed class Certificate : Aggregate
{
    private Certificate() { }

    internal Certificate(Workshop workshop, Assessment assessment, string number, Guid by, DateOnly today) =>
        (WorkshopId, AreaId, WorkshopTitle, PersonId, Name, Minutes, Number, IssuedOn, IssuedById) =
        (workshop.Id, workshop.AreaId, workshop.Title, assessment.PersonId, assessment.Name, workshop.MinutesOf(assessment.PersonId), number, today, by);

    public Guid WorkshopId { get; private init; }
    public Guid AreaId { get; private init; }

    /// <summary>As it was called then.</summary>
    public string WorkshopTitle { get; private init; } = "";

    public Guid PersonId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>How long they were there.</summary>
    public int Minutes { get; private init; }

    /// <summary>ZN-2026-7K3MQ9XD: anybody who reads it on paper can check it.</summary>
    public string Number { get; private init; } = "";

    public DateOnly IssuedOn { get; private init; }
    public Guid IssuedById { get; private init; }
    public DateOnly? RevokedOn { get; private set; }
    public string? RevokedBecause { get; private set; }

    /// <summary>A number that nobody can guess: what it opens shows a masked name. Without signs that are read for one another.</summary>
    public static string NewNumber(int year) => $"ZN-{year}-{RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8)}";

    /// <summary>Good from the day of issue, and no longer on the day on which it is revoked.</summary>
    public bool IsValidOn(DateOnly day) => IssuedOn <= day && (RevokedOn is null || day < RevokedOn);

    /// <exception cref="RefusedException">It was revoked before.</exception>
    public void Revoke(string reason, DateOnly today)
    {
        if (RevokedOn is not null) throw new RefusedException(ConvenorRefusals.Revoked);
        (RevokedOn, RevokedBecause) = (today, reason);
    }

    public void Forget() => Name = "";
}
