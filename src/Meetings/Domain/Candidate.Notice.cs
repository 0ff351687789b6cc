using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <content>The public notice 公示: for some days everybody of the area may object, and each objection is answered with a reason.</content>
public sealed partial class Candidate
{
    private readonly List<Objection> _objections = [];

    /// <summary>The day on which the notice went up.</summary>
    public DateOnly? NoticeFrom { get; private set; }

    /// <summary>The last day of the notice; the day on which it went up does not count.</summary>
    public DateOnly? NoticeTo { get; private set; }

    public IReadOnlyList<Objection> Objections => _objections;

    public bool NoticeRunsOn(DateOnly day) => State is CandidateState.Publicised && day <= NoticeTo;

    /// <summary>As strangers read it: the whole name where the candidate agreed, else 王**.</summary>
    public string PublicName => ShowsName ? Name : MaskedName.Of(Name);

    /// <exception cref="RefusedException">Not accepted, or it is oneself.</exception>
    public void Publicise(int days, Guid by, DateOnly today)
    {
        DemandNotSelf(by);
        Move(CandidateState.Publicised);
        (NoticeFrom, NoticeTo) = (today, today.AddDays(days));
    }

    /// <exception cref="RefusedException">There is no notice now; the person objected already; or it is oneself.</exception>
    public Objection Oppose(string words, Guid by, DateTimeOffset now, DateOnly today)
    {
        DemandNotSelf(by);
        if (!NoticeRunsOn(today)) throw new RefusedException(ConvenorRefusals.NoNotice);
        if (_objections.Any(x => x.ObjectorId == by)) throw new RefusedException(ConvenorRefusals.ObjectedAlready);
        var objection = new Objection(by, words, now);
        _objections.Add(objection);
        Changes++;
        return objection;
    }

    /// <summary>The branch answers: upheld, and the candidate cannot be appointed; or not, and why.</summary>
    /// <exception cref="RefusedException">404; answered already; or it is about oneself.</exception>
    public void Answer(Guid objectionId, bool upheld, string reason, Guid by, DateTimeOffset now)
    {
        DemandNotSelf(by);
        var objection = _objections.SingleOrDefault(x => x.Id == objectionId) ?? throw new RefusedException(KernelRefusals.NotFound);
        objection.Answer(upheld, reason, by, now);
        Changes++;
    }

    private void DemandNoticeOver(DateOnly today)
    {
        if (NoticeTo is not { } last) throw new RefusedException(ConvenorRefusals.CannotMove(State, CandidateState.Appointed));
        if (today <= last) throw new RefusedException(ConvenorRefusals.NoticeRuns.With(last));
        if (_objections.Any(x => x.Upheld is null)) throw new RefusedException(ConvenorRefusals.ObjectionOpen);
        if (_objections.Any(x => x.Upheld is true)) throw new RefusedException(ConvenorRefusals.ObjectionUpheld);
    }
}

/// <summary>An objection 异议 during the notice, and the branch's answer.</summary>
public sealed class Objection : TenantRow
{
    private Objection() { }

    internal Objection(Guid objectorId, string words, DateTimeOffset at) => (ObjectorId, Words, At) = (objectorId, words, at);

    public Guid CandidateId { get; private init; }
    public Guid ObjectorId { get; private init; }
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>Null while nobody has answered.</summary>
    public bool? Upheld { get; private set; }

    public string? Reason { get; private set; }
    public Guid? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Answer(bool upheld, string reason, Guid by, DateTimeOffset now)
    {
        if (Upheld is not null) throw new RefusedException(ConvenorRefusals.AnsweredAlready);
        (Upheld, Reason, AnsweredById, AnsweredAt) = (upheld, reason, by, now);
    }

    internal void Forget() => (Words, Reason) = ("", Reason is null ? null : "");
}

/// <summary>A name as strangers read it.</summary>
public static class MaskedName
{
    /// <summary>王建国 as 王**; nothing of a name that was erased.</summary>
    public static string Of(string name) => name.Length == 0 ? "**" : $"{(char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1])}**";
}
