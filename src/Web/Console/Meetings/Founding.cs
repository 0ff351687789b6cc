using Platform.Web.Clients.Directory;

namespace Platform.Web.Console.Meetings;

/// <summary>Where the reader may found bodies: a form offers only these areas, and a list its button only to whoever has one.</summary>
internal static class Founding
{
    private static readonly Role[] Founders = [Role.BranchSecretary, Role.CommitteeStaff, Role.TenantAdmin];

    public static async Task<bool> MayFound(this DirectoryClient directory) => (await directory.WhereToFound()).Count > 0;

    public static async Task<IReadOnlyList<ShowAreasLine>> AreasToFoundIn(this DirectoryClient directory)
    {
        var paths = await directory.WhereToFound();
        return paths.Count == 0 ? [] : [.. (await directory.ListAreasAsync()).Where(a => paths.Any(p => a.Path.StartsWith(p, StringComparison.Ordinal)))];
    }

    private static async Task<List<string>> WhereToFound(this DirectoryClient directory) =>
        [.. (await directory.ShowMeAsync()).Memberships.Where(x => Founders.Contains(x.Role)).Select(x => x.AreaPath)];
}
