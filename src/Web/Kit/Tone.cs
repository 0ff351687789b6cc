namespace Platform.Web.Kit;

/// <summary>What a state feels like. Each tone has a colour and a shape of its own, so that colour never speaks alone.</summary>
public enum Tone
{
    /// <summary>Not begun, or set aside: hollow circle.</summary>
    Quiet,

    /// <summary>Waits for somebody: clock.</summary>
    Waiting,

    /// <summary>Being talked over: speech bubble.</summary>
    Talking,

    /// <summary>Being done: half circle.</summary>
    Doing,

    /// <summary>Well ended: tick.</summary>
    Good,

    /// <summary>Close to its deadline: triangle.</summary>
    Warning,

    /// <summary>Late, refused or failed: cross.</summary>
    Bad,
}
