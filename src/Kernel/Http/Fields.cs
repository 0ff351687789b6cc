using System.ComponentModel.DataAnnotations;

namespace Platform.Kernel.Http;

/// <summary>Must be there. The attributes here are the framework's, with sentences in both languages.</summary>
public sealed class NeededAttribute : RequiredAttribute
{
    public NeededAttribute() => (ErrorMessageResourceType, ErrorMessageResourceName) = (typeof(ValidationTexts), nameof(ValidationTexts.Needed));
}

/// <summary>A text of at most so many characters.</summary>
public sealed class TextAttribute : StringLengthAttribute
{
    public TextAttribute(int atMost, int atLeast = 0) : base(atMost)
    {
        MinimumLength = atLeast;
        (ErrorMessageResourceType, ErrorMessageResourceName) =
            (typeof(ValidationTexts), atLeast > 0 ? nameof(ValidationTexts.TextLength) : nameof(ValidationTexts.TooLong));
    }
}

/// <summary>A number within bounds, both included.</summary>
public sealed class BetweenAttribute : RangeAttribute
{
    public BetweenAttribute(int least, int most) : base(least, most) =>
        (ErrorMessageResourceType, ErrorMessageResourceName) = (typeof(ValidationTexts), nameof(ValidationTexts.OutOfRange));
}

/// <summary>A list of at most so many things.</summary>
public sealed class AtMostAttribute : MaxLengthAttribute
{
    public AtMostAttribute(int count) : base(count) =>
        (ErrorMessageResourceType, ErrorMessageResourceName) = (typeof(ValidationTexts), nameof(ValidationTexts.TooMany));
}

/// <summary>The sentences of the attributes above: ValidationTexts.resx and .en.resx.</summary>
public static class ValidationTexts
{
    private static readonly System.Resources.ResourceManager Texts = new("Platform.Kernel.ValidationTexts", typeof(ValidationTexts).Assembly);

    public static string Needed => Text(nameof(Needed));
    public static string TooLong => Text(nameof(TooLong));
    public static string TextLength => Text(nameof(TextLength));
    public static string OutOfRange => Text(nameof(OutOfRange));
    public static string TooMany => Text(nameof(TooMany));

    private static string Text(string key) => Texts.GetString(key, System.Globalization.CultureInfo.CurrentUICulture)!;
}
