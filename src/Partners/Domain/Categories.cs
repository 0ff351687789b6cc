using System.Globalization;
using System.Resources;
using Platform.Kernel.Refusals;

namespace Platform.Partners.Domain;

/// <summary>What needs and resources are about, in one short list for both, so that they can meet. Words: CategoryTexts.resx.</summary>
public static class Categories
{
    /// <summary>Not sorted yet: what a resolution's action begins with.</summary>
    public const string Other = "other";

    public static readonly IReadOnlyList<string> All =
    [
        "greening", "cleanup", "repair", "building-works", "elderly-care", "children", "health", "culture", "legal", "training", "venue", "goods", "safety", Other,
    ];

    private static readonly ResourceManager Texts = new("Platform.Partners.CategoryTexts", typeof(Categories).Assembly);

    /// <summary>Its word in the reader's language.</summary>
    public static string Name(string code) => Texts.GetString(code, CultureInfo.CurrentUICulture) ?? code;

    /// <exception cref="RefusedException">400 category.unknown.</exception>
    public static string Known(string code) => All.Contains(code) ? code : throw new RefusedException(PartnerRefusals.UnknownCategory);
}
