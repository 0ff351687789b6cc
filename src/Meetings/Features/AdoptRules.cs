using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>A body adopts a new version of its rules. Meetings that were convened keep theirs.</summary>
public static class AdoptRules
{
    /// <param name="Text">The rules as people adopted them.</param>
    /// <param name="HeadsAtLeast">Quorum: so many people.</param>
    /// <param name="ShareNumerator">Quorum: this share of the seats, e.g. 2 …</param>
    /// <param name="ShareDenominator">… of 3.</param>
    /// <param name="Branch">Quorum: so many seats of the party branch.</param>
    /// <param name="OwnersCommittee">Quorum: so many seats of the owners' committee.</param>
    /// <param name="PropertyManager">Quorum: so many seats of the property manager.</param>
    /// <param name="Residents">Quorum: so many seats of residents' representatives.</param>
    /// <param name="Majority">What a vote needs.</param>
    /// <param name="NoticeDays">Whole days between notice and meeting.</param>
    /// <param name="PublicationDays">How long minutes stay posted.</param>
    /// <param name="SpeakingSeconds">How long somebody may speak at a time; without it no limit.</param>
    /// <param name="Floor">Who may speak: those seated (the default), or everyone who came.</param>
    /// <param name="SecretBallot">Whether votes are secret.</param>
    /// <param name="Recusal">Whether whoever an item concerns stays out of its vote.</param>
    /// <param name="FallbackVote">Whether a plan without consensus may be put to a vote.</param>
    /// <param name="MinutesApproved">Whether another person approves the minutes before they are published.</param>
    public sealed record Request(
        [property: Text(10000)] string? Text, [property: Between(1, 1000)] int? HeadsAtLeast,
        [property: Between(1, 100)] int? ShareNumerator, [property: Between(1, 100)] int? ShareDenominator,
        [property: Between(0, 100)] int? Branch, [property: Between(0, 100)] int? OwnersCommittee,
        [property: Between(0, 100)] int? PropertyManager, [property: Between(0, 100)] int? Residents,
        [property: Needed] Majority? Majority, [property: Between(0, 60)] int NoticeDays, [property: Between(1, 90)] int PublicationDays = 7,
        [property: Between(10, 3600)] int? SpeakingSeconds = null, Floor Floor = Floor.Seated, bool SecretBallot = false, bool Recusal = false,
        bool FallbackVote = false, bool MinutesApproved = false)
    {
        internal Rules ToRules() => new()
        {
            HeadsAtLeast = HeadsAtLeast, ShareNumerator = ShareNumerator, ShareDenominator = ShareDenominator, Majority = Majority!.Value,
            NoticeDays = NoticeDays, PublicationDays = PublicationDays, SpeakingSeconds = SpeakingSeconds, Floor = Floor,
            SecretBallot = SecretBallot, Recusal = Recusal, FallbackVote = FallbackVote, MinutesApproved = MinutesApproved,
            PerClass = new ClassQuorum
            {
                Branch = Branch ?? 0, OwnersCommittee = OwnersCommittee ?? 0, PropertyManager = PropertyManager ?? 0, Residents = Residents ?? 0,
            },
        };
    }

    public sealed record Adopted(int Number);

    public static async Task<Ok<Adopted>> Handle(Guid id, Request request, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var body = await db.Body(id, ct);
        await caller.DemandIn(db, body.AreaId, Rights.Founders, ct);

        var rules = body.Adopt(request.ToRules(), request.Text ?? "", clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Adopted(rules.Number));
    }
}
