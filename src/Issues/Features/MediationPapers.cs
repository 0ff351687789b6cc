using System.Text.Json;
using Platform.Issues.Domain;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Issues.Features;

/// <summary>Who is at odds, and about what.</summary>
public sealed record Matter(IReadOnlyList<string> Parties, string Subject);

/// <summary>Who was there, and what was said.</summary>
public sealed record Said(IReadOnlyList<string> Present, string Words);

/// <summary>The agreement, why there is none, or what was told to whom.</summary>
/// <param name="Words">In so many words.</param>
/// <param name="To">To whom it was referred.</param>
public sealed record Outcome(string Words, string? To);

/// <summary>
/// What of a mediation is kept encrypted, as contacts are: all of it that tells anything. And who may read it: nobody by rank, but its mediator, who
/// opened it, and the branch secretary who answers for the area, as long as they are of its staff.
/// </summary>
internal static class MediationPapers
{
    public const int PartiesAtMost = 20, NameAtMost = 100, OutcomeAtMost = 4_000;

    public static string Seal<T>(this Phones phones, T paper) => phones.Store(JsonSerializer.Serialize(paper)).Encrypted;

    public static T Open<T>(this Phones phones, string paper) => JsonSerializer.Deserialize<T>(phones.Read(paper))!;

    /// <exception cref="RefusedException">400: too few, or one that is no name.</exception>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> typed, int least)
    {
        List<string> names = [.. typed.Where(x => !string.IsNullOrWhiteSpace(x)).Select(x => x.Trim()).Distinct()];
        return names.Count >= least && names.TrueForAll(x => x.Length <= NameAtMost) ? names : throw new RefusedException(MediationRefusals.BadNames(least, NameAtMost));
    }

    public static bool Reads(this Caller caller, Mediation mediation, string areaPath) => caller.Holds(areaPath, IssueRights.Staff)
        && (caller.Me == mediation.MediatorId || caller.Me == mediation.OpenedById || caller.Holds(areaPath, IssueRights.OverMediations));

    /// <exception cref="RefusedException">403: mediation.confidential.</exception>
    public static void DemandToRead(this Caller caller, Mediation mediation, string areaPath)
    {
        caller.Demand(areaPath, IssueRights.Staff);
        if (!caller.Reads(mediation, areaPath)) throw new RefusedException(MediationRefusals.Confidential);
    }

    /// <summary>The mediator writes; and where there is none any more, the branch secretary.</summary>
    /// <exception cref="RefusedException">403.</exception>
    public static Actor ActAsMediator(this Caller caller, Mediation mediation, string areaPath)
    {
        caller.DemandToRead(mediation, areaPath);
        if (caller.Me != mediation.MediatorId && !caller.Holds(areaPath, IssueRights.OverMediations)) throw new RefusedException(MediationRefusals.NotTheMediator);
        return caller.ActAs(areaPath, IssueRights.Staff);
    }
}
