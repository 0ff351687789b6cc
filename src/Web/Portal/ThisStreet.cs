namespace Platform.Web.Portal;

/// <summary>The street whose portal this is, from the first segment of the address.</summary>
public sealed class ThisStreet(IHttpContextAccessor accessor, Streets streets)
{
    /// <summary>zhangmiao; empty on pages of no street.</summary>
    public string Code { get; } = accessor.HttpContext?.GetRouteValue("street") as string ?? "";

    /// <summary>张庙街道; none while Directory is away.</summary>
    public string? Name { get; private set; }

    /// <summary>An address in this street's portal.</summary>
    public string Link(string page = "") => page.Length == 0 ? $"/{Code}" : $"/{Code}/{page}";

    /// <summary>False when the list is known and this street isn't on it.</summary>
    public async Task<bool> Find()
    {
        if (Code.Length == 0) return true;
        var all = await streets.All();
        Name = all?.FirstOrDefault(x => x.Code == Code)?.Name;
        return all is null || Name is not null;
    }
}
