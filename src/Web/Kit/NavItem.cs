namespace Platform.Web.Kit;

/// <summary>One place to go.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Icon">One of <see cref="Icons"/>.</param>
/// <param name="Exact">Lit only on that very page, not on those below it.</param>
public sealed record NavItem(string Href, string Text, string Icon, bool Exact = false);
