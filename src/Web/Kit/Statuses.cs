namespace Platform.Web.Kit;

/// <summary>
/// The tone of every state in the domain. Its word is the kit's text “{kind}.{status}”: a state shown anywhere reads and looks the same.
/// </summary>
public static class Statuses
{
    private static readonly Dictionary<string, Tone> Tones = new()
    {
        ["Issue.Submitted"] = Tone.Waiting, ["Issue.Accepted"] = Tone.Waiting, ["Issue.Declined"] = Tone.Bad,
        ["Issue.Triaged"] = Tone.Waiting, ["Issue.InDeliberation"] = Tone.Talking, ["Issue.InAction"] = Tone.Doing,
        ["Issue.Verifying"] = Tone.Doing, ["Issue.AwaitingRating"] = Tone.Waiting, ["Issue.Closed"] = Tone.Good,
        ["Issue.Withdrawn"] = Tone.Quiet, ["Issue.Merged"] = Tone.Quiet, ["Issue.Suspended"] = Tone.Warning, ["Issue.Voided"] = Tone.Quiet,

        ["Meeting.Planned"] = Tone.Quiet, ["Meeting.Convened"] = Tone.Waiting, ["Meeting.InSession"] = Tone.Talking,
        ["Meeting.Concluded"] = Tone.Doing, ["Meeting.MinutesPublished"] = Tone.Good, ["Meeting.Postponed"] = Tone.Warning,
        ["Meeting.Cancelled"] = Tone.Bad,

        ["Activity.Draft"] = Tone.Quiet, ["Activity.Open"] = Tone.Waiting, ["Activity.Full"] = Tone.Warning, ["Activity.Running"] = Tone.Doing,
        ["Activity.Finished"] = Tone.Doing, ["Activity.HoursVerified"] = Tone.Good, ["Activity.Cancelled"] = Tone.Bad,

        ["Need.Draft"] = Tone.Quiet, ["Need.Published"] = Tone.Waiting, ["Need.Matched"] = Tone.Doing, ["Need.Delivered"] = Tone.Good,
        ["Need.Withdrawn"] = Tone.Quiet,

        ["Action.Open"] = Tone.Waiting, ["Action.Underway"] = Tone.Doing, ["Action.Completed"] = Tone.Good, ["Action.Declined"] = Tone.Bad,

        ["Project.Proposed"] = Tone.Waiting, ["Project.Designed"] = Tone.Talking, ["Project.Approved"] = Tone.Doing, ["Project.Underway"] = Tone.Doing,
        ["Project.Accepted"] = Tone.Good, ["Project.Maintained"] = Tone.Good, ["Project.Ended"] = Tone.Quiet,

        ["Dispatch.Dispatched"] = Tone.Waiting, ["Dispatch.SignedFor"] = Tone.Doing, ["Dispatch.Handled"] = Tone.Talking, ["Dispatch.Closed"] = Tone.Good,
        ["Dispatch.Returned"] = Tone.Bad, ["Dispatch.Recalled"] = Tone.Quiet,

        ["Plan.Drafted"] = Tone.Quiet, ["Plan.Consulting"] = Tone.Talking, ["Plan.Weighing"] = Tone.Doing, ["Plan.Finalised"] = Tone.Good,
        ["Candidate.Proposed"] = Tone.Waiting, ["Candidate.Vetted"] = Tone.Talking, ["Candidate.Accepted"] = Tone.Doing, ["Candidate.Rejected"] = Tone.Bad,
        ["Candidate.Publicised"] = Tone.Waiting, ["Candidate.Appointed"] = Tone.Good, ["Candidate.Renewed"] = Tone.Good, ["Candidate.Ended"] = Tone.Quiet,
        ["Candidate.Withdrawn"] = Tone.Quiet,

        ["Roster.Active"] = Tone.Good, ["Roster.Paused"] = Tone.Warning, ["Roster.Ended"] = Tone.Quiet,

        ["Workshop.Planned"] = Tone.Quiet, ["Workshop.Open"] = Tone.Waiting, ["Workshop.Held"] = Tone.Doing, ["Workshop.Assessed"] = Tone.Good,
        ["Workshop.Cancelled"] = Tone.Bad,

        ["Mediation.Opened"] = Tone.Waiting, ["Mediation.Mediating"] = Tone.Talking, ["Mediation.Agreed"] = Tone.Good, ["Mediation.Failed"] = Tone.Bad,
        ["Mediation.Referred"] = Tone.Quiet,
    };

    /// <summary>The tone of a state; one not written here is quiet.</summary>
    public static Tone ToneOf(string kind, string status) => Tones.GetValueOrDefault($"{kind}.{status}");

    /// <summary>Every state there is, for the gallery and for the check that each has its word in both languages.</summary>
    public static IEnumerable<string> All => Tones.Keys;
}
