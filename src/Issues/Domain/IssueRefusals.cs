using Platform.Kernel.Refusals;

namespace Platform.Issues.Domain;

/// <summary>Every "no" of this service. Their sentences are in RefusalTexts.resx under the same codes.</summary>
public static class IssueRefusals
{
    public static readonly Refusal NotYours = new("issue.not-yours", StatusCodes.Status403Forbidden);
    public static readonly Refusal IsYours = new("issue.is-yours");
    public static readonly Refusal AppealedAlready = new("issue.appealed-already");
    public static readonly Refusal NotAppealed = new("issue.not-appealed");
    public static readonly Refusal SamePersonDecides = new("issue.same-person-decides", StatusCodes.Status403Forbidden);
    public static readonly Refusal HandlerCannotVerify = new("issue.handler-cannot-verify", StatusCodes.Status403Forbidden);
    public static readonly Refusal HandlerCannotRate = new("issue.handler-cannot-rate", StatusCodes.Status403Forbidden);
    public static readonly Refusal MergesIntoItself = new("issue.merges-into-itself");
    public static readonly Refusal MergeTargetEnded = new("issue.merge-target-ended");
    public static readonly Refusal MergeTheOtherWay = new("issue.merge-the-other-way");
    public static readonly Refusal UnmergedTooLate = new("issue.unmerged-too-late");
    public static readonly Refusal NotMerged = new("issue.not-merged");
    public static readonly Refusal NeedsDeliberation = new("issue.needs-deliberation");
    public static readonly Refusal NotInAction = new("issue.not-in-action");
    public static readonly Refusal UnknownAction = new("issue.unknown-action", StatusCodes.Status404NotFound);
    public static readonly Refusal ActionNotOpen = new("issue.action-not-open");
    public static readonly Refusal ActionOfOthers = new("issue.action-of-others");
    public static readonly Refusal NeedsEvidence = new("issue.needs-evidence", StatusCodes.Status400BadRequest);
    public static readonly Refusal NeedsReason = new("issue.needs-reason", StatusCodes.Status400BadRequest);
    public static readonly Refusal OtherThanProposed = new("issue.other-than-proposed", StatusCodes.Status400BadRequest);
    public static readonly Refusal RuleWithoutCondition = new("triage-rules.no-condition", StatusCodes.Status400BadRequest);
    public static readonly Refusal AskedAlready = new("issue.asked-already");
    public static readonly Refusal CannotAskNow = new("issue.cannot-ask-now");
    public static readonly Refusal NothingAsked = new("issue.nothing-asked");
    public static readonly Refusal AskerCannotDecide = new("issue.asker-cannot-decide", StatusCodes.Status403Forbidden);
    public static readonly Refusal NoHandler = new("issue.no-handler", StatusCodes.Status400BadRequest);
    public static readonly Refusal NothingChosen = new("issue.nothing-chosen", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyToExport = new("issue.too-many-to-export");
    public static readonly Refusal UnknownCategory = new("issue.unknown-category", StatusCodes.Status400BadRequest);
    public static readonly Refusal ChannelOfStaff = new("issue.channel-of-staff", StatusCodes.Status403Forbidden);
    public static readonly Refusal NothingToConfirm = new("issue.nothing-to-confirm");
    public static readonly Refusal EntererCannotCountersign = new("issue.enterer-cannot-countersign", StatusCodes.Status403Forbidden);
    public static readonly Refusal NotThatDay = new("issue.not-that-day", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownReceipt = new("receipt.unknown", StatusCodes.Status404NotFound);
    public static readonly Refusal PhotoTooLarge = new("photo.too-large", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal PhotoHasTooManyPixels = new("photo.too-many-pixels", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal NoPhoto = new("photo.not-a-photo", StatusCodes.Status415UnsupportedMediaType);
    public static readonly Refusal BrokenPhoto = new("photo.broken", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownPhoto = new("photo.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooManyPhotos = new("photo.too-many", StatusCodes.Status400BadRequest);

    public static readonly Refusal NoJurisdiction = new("jurisdiction.missing", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadApiKey = new("api-key.wrong", StatusCodes.Status403Forbidden);
    public static readonly Refusal UnknownService = new("service.unknown", StatusCodes.Status404NotFound);
    public static readonly Refusal FieldNeeded = new("field.needed", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadField = new("field.bad", StatusCodes.Status400BadRequest);
    public static readonly Refusal LocationNeeded = new("location.needed", StatusCodes.Status400BadRequest);
    public static readonly Refusal RangeTooLong = new("range.too-long", StatusCodes.Status400BadRequest);
    public static readonly Refusal QuestionTwice = new("question.code-twice", StatusCodes.Status400BadRequest);
    public static readonly Refusal QuestionWithoutChoices = new("question.no-choices", StatusCodes.Status400BadRequest);
    public static readonly Refusal HeicPhoto = new("photo.heic", StatusCodes.Status415UnsupportedMediaType);
    public static readonly Refusal CommentDecided = new("comment.decided-already");
    public static readonly Refusal TooManyComments = new("comment.too-many", StatusCodes.Status429TooManyRequests);

    public static Refusal Incomplete(RequestKind kind, RequestNeed need) => new Refusal("issue.request-incomplete", StatusCodes.Status400BadRequest).With(kind, need);
    public static Refusal CannotMove(IssueStatus from, IssueStatus to) => new Refusal("issue.cannot-move").With(from, to);
}
