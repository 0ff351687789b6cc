using Platform.Contracts;
using Platform.Contracts.Directory.V1;
using Platform.Contracts.Issues.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>What is said about an issue on the public board: waits until staff looked at it, is shown, or is hidden with a reason.</summary>
public enum CommentState { Waiting, Shown, Hidden }

/// <summary>评论. Nobody's name stands beside it in public: that it is the author of the issue, unless they hide that, or staff.</summary>
public sealed class Comment : Aggregate, IHasReceipt
{
    private Comment() { }

    public Guid IssueId { get; private init; }
    public string? ReceiptNumber { get; private init; }
    public Guid AuthorId { get; private init; }

    /// <summary>Written by staff of the issue's area, and so an answer of theirs.</summary>
    public Role? ByRole { get; private init; }

    /// <summary>It is not shown that they reported the issue themselves.</summary>
    public bool HideName { get; private init; }

    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private init; }
    public CommentState State { get; private set; }
    public Guid? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it is hidden; its author reads it.</summary>
    public string? Reason { get; private set; }

    /// <summary>How many reported it since staff looked at it last.</summary>
    public int Reports { get; private set; }

    /// <param name="issue">What it is about.</param>
    /// <param name="by">Who writes it; with a role, as staff.</param>
    /// <param name="text">What it says.</param>
    /// <param name="hideName">Do not show that its author reported the issue.</param>
    /// <param name="atOnce">The street shows comments before anybody looked. Those of staff never wait.</param>
    /// <param name="now">When.</param>
    public static (Comment, Fact) Write(Issue issue, Actor by, string text, bool hideName, bool atOnce, DateTimeOffset now)
    {
        var comment = new Comment
        {
            IssueId = issue.Id, ReceiptNumber = issue.ReceiptNumber, AuthorId = by.Id!.Value, ByRole = by.As, HideName = hideName, Text = text, At = now,
            State = atOnce || by.As is not null ? CommentState.Shown : CommentState.Waiting,
        };
        return (comment, new CommentWritten { IssueId = issue.Id, Waits = comment.State is CommentState.Waiting });
    }

    /// <summary>It may be read: for the first time, after all, or though it was reported.</summary>
    public Fact Show(Actor by, DateTimeOffset now)
    {
        if (State is CommentState.Shown && Reports == 0) throw new RefusedException(IssueRefusals.CommentDecided.With(State));
        (State, DecidedById, DecidedAt, Reason, Reports) = (CommentState.Shown, by.Id, now, null, 0);
        return new CommentDecided { IssueId = IssueId, Shown = true };
    }

    public Fact Hide(Actor by, string reason, DateTimeOffset now)
    {
        if (State is CommentState.Hidden) throw new RefusedException(IssueRefusals.CommentDecided.With(State));
        (State, DecidedById, DecidedAt, Reason, Reports) = (CommentState.Hidden, by.Id, now, reason, 0);
        return new CommentDecided { IssueId = IssueId, Shown = false };
    }

    /// <summary>Its author had what they said erased: that somebody said something stays.</summary>
    public void Forget() => (Text, State, Reason, Reports) = ("", CommentState.Hidden, null, 0);

    /// <summary>Somebody finds that it should not stand there. It stays until staff looked.</summary>
    public void Report() => Reports++;
}

/// <summary>How a street deals with comments: unless it says otherwise, each waits until staff looked at it.</summary>
public sealed class CommentRules : Aggregate
{
    public bool ShownAtOnce { get; private set; }

    public void Set(bool shownAtOnce) => ShownAtOnce = shownAtOnce;
}
