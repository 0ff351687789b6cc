using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What is refused about a great party committee's terms and part-time members. Sentences: RefusalTexts.resx under the same code.</summary>
public static class CommitteeRefusals
{
    public static readonly Refusal NoCommittee = new("committee.other-kind");
    public static readonly Refusal NoTerm = new("committee.no-term");
    public static readonly Refusal BadTerm = new("committee.bad-term", StatusCodes.Status400BadRequest);
    public static readonly Refusal OutsideTerm = new("member.outside-term", StatusCodes.Status400BadRequest);
    public static readonly Refusal Already = new("member.already");
    public static readonly Refusal SamePerson = new("member.same-person");

    public static Refusal CannotMove(MemberState from, MemberState to) => new Refusal("member.cannot-move").With(from, to);
}
