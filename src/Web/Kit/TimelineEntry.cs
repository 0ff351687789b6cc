using Microsoft.AspNetCore.Components;

namespace Platform.Web.Kit;

/// <summary>One step in a record's life.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Who">By whom; a role where names aren't public.</param>
/// <param name="Tone">How it looks.</param>
/// <param name="Detail">The words of who decided, a photo, a link.</param>
/// <param name="Source">The part of the platform that said it: 议事, 志愿, 共建.</param>
public sealed record TimelineEntry(
    DateTimeOffset At, string Title, string? Who = null, Tone Tone = Tone.Good, RenderFragment? Detail = null, string? Source = null);
