namespace Platform.Web.Kit;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A line below it.</param>
/// <param name="Group">The heading it stands under in a select.</param>
public sealed record Option(string Value, string Text, string? Hint = null, string? Group = null);

/// <summary>How a choice is offered.</summary>
public enum ChoiceStyle
{
    /// <summary>Large tiles, two abreast: the portal.</summary>
    Tiles,

    /// <summary>One below the other, with hints.</summary>
    List,

    /// <summary>In one line of chips: filters.</summary>
    Chips,
}
