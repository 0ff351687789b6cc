using Platform.Kernel.Refusals;

namespace Platform.Meetings.Domain;

/// <summary>What is refused about series, party committees and calendar links. Sentences: RefusalTexts.resx under the same code.</summary>
public static class SeriesRefusals
{
    public static readonly Refusal BadRule = new("series.bad-rule", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooDense = new("series.too-dense", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooSeldom = new("series.too-seldom", StatusCodes.Status400BadRequest);
    public static readonly Refusal Never = new("series.never", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadStart = new("series.bad-start", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadEnd = new("series.bad-end", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadMove = new("series.bad-move", StatusCodes.Status400BadRequest);
    public static readonly Refusal NotADay = new("series.not-a-day");
    public static readonly Refusal Ended = new("series.ended");
    public static readonly Refusal RunsAlready = new("series.runs-already");
}
