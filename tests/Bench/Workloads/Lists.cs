using System.Net.Http.Headers;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>The addresses of lists that the platform and the bare side are both asked for.</summary>
internal static class Lists
{
    private const string Grid = "310113008/310113008005/310113008005-g1";

    /// <summary>The desk's list: a state and a grid, the newest twenty.</summary>
    public static string Of(string door, Guid? after = null) =>
        $"{door}/api/v1/issues?status=Accepted&areaId={Zhangmiao.Grid(1)}{(after is { } id ? $"&after={Cursor(id)}" : "")}";

    public static string OfBare(Stage stage, Guid? after = null) =>
        $"{stage.Bare.Http}/list?tenant={stage.Tenant}&status=Accepted&from={Uri.EscapeDataString(Grid)}/&until={Uri.EscapeDataString(Grid)}0{(after is { } id ? $"&after={id}" : "")}";

    public static string Saying(string door, string word) => $"{door}/api/v1/issues?q={Uri.EscapeDataString(word)}";

    public static string SayingBare(Stage stage, string word) =>
        $"{stage.Bare.Http}/search?tenant={stage.Tenant}&pairs={Uri.EscapeDataString($"'{word}'")}&words={Uri.EscapeDataString(word)}";

    public static string Ilike(Stage stage, string word) => $"{stage.Bare.Http}/ilike?tenant={stage.Tenant}&words={Uri.EscapeDataString(word)}";

    /// <summary>Somebody at the front desk.</summary>
    public static Task<AuthenticationHeaderValue> Desk(Stage stage) => stage.TokenOf(Zhangmiao.Phone(5));

    // As the platform writes it: its form is its own business, but it has no other way to page 1,000 than through 999 pages.
    private static string Cursor(Guid id) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(id.ToString()));
}
