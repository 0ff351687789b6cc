using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Directory.Domain;

/// <summary>A street's office 街道: the tenant that owns everything below it. Its id is the tenant's own.</summary>
public sealed class Street : Aggregate
{
    /// <summary>The street office of the platform's operators: it has no residents, and stands in no public list.</summary>
    public const string OperatorsCode = "platform";

    public Street(Guid id, string code, string name, string divisionCode, string timeZone)
    {
        Id = id;
        (Code, DivisionCode) = (code, divisionCode);
        Configure(name, timeZone, ["zh-CN", "en"]);
    }

    private Street()
    {
    }

    /// <summary>The short name in addresses: zhangmiao. Printed on posters, so it never changes.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The statistical code that receipt numbers start with: 310113008.</summary>
    public string DivisionCode { get; private init; } = "";

    public string TimeZone { get; private set; } = "";
    public string[] Languages { get; private set; } = [];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <exception cref="RefusedException">400 time-zone.unknown.</exception>
    public void Configure(string name, string timeZone, string[] languages)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) || !zone.HasIanaId)
            throw new RefusedException(DirectoryRefusals.UnknownTimeZone.With(timeZone));
        (Name, TimeZone, Languages) = (name, timeZone, languages);
    }
}

/// <summary>
/// Which tenant a street's short name stands for: what everybody may know, also before a tenant is entered. Kept beside the street because
/// the street itself, like all that is a tenant's, cannot be seen from outside.
/// </summary>
public sealed class StreetAddress
{
    /// <summary>The tenant.</summary>
    public required Guid Id { get; init; }

    public required string Code { get; init; }
    public required string Name { get; init; }
}
