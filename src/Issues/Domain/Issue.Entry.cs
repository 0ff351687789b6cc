using Platform.Contracts;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Whether what was entered in somebody's stead stands.</summary>
public enum EntryState { Unconfirmed, Confirmed, Countersigned, Disowned }

/// <content>
/// What staff entered for a resident 代为登记. It is worked on at once; until the resident confirms it, or another of the staff
/// countersigns, it is marked and listed, so that nobody's words are put into anybody's mouth unseen.
/// </content>
public sealed partial class Issue
{
    /// <summary>The day on which it was raised, where it was entered later.</summary>
    public DateOnly? RaisedOn { get; private init; }

    /// <summary>Who entered it in the author's stead.</summary>
    public Guid? EnteredById { get; private init; }

    /// <summary>Null where its author wrote it.</summary>
    public EntryState? Entry { get; private set; }

    public Fact Confirm(Actor by, DateTimeOffset now)
    {
        DemandAuthor(by);
        if (Entry is not EntryState.Unconfirmed) throw new RefusedException(IssueRefusals.NothingToConfirm);
        Entry = EntryState.Confirmed;
        Note(IssueAct.EntryConfirmed, by, now);
        return new IssueConfirmed { Countersigned = false };
    }

    /// <summary>By another than who entered it; also where the person it was entered for says that it is not theirs, since the matter may be real.</summary>
    public Fact Countersign(Actor by, string? words, DateTimeOffset now)
    {
        if (Entry is not (EntryState.Unconfirmed or EntryState.Disowned)) throw new RefusedException(IssueRefusals.NothingToConfirm);
        if (by.Id == EnteredById) throw new RefusedException(IssueRefusals.EntererCannotCountersign);
        Entry = EntryState.Countersigned;
        Note(IssueAct.Countersigned, by, now, words);
        return new IssueConfirmed { Countersigned = true };
    }

    /// <summary>Not theirs: it goes on without an author, and they read it no longer.</summary>
    public Fact Disown(Actor by, string? words, DateTimeOffset now)
    {
        DemandAuthor(by);
        if (Entry is not EntryState.Unconfirmed) throw new RefusedException(IssueRefusals.NothingToConfirm);
        (Entry, AuthorId, HideName) = (EntryState.Disowned, null, true);
        Note(IssueAct.Disowned, by, now, words);
        return new IssueDisowned();
    }
}
