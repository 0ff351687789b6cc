namespace Platform.Web.Console.Insights;

/// <summary>Reads what an address asks for; an empty choice of a filter, or rubbish, asks for nothing.</summary>
public static class Asked
{
    public static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    public static Guid? Id(string? value) => Guid.TryParse(value, out var id) ? id : null;

    public static bool? Yes(string? value) => bool.TryParse(value, out var yes) ? yes : null;

    public static T? Of<T>(string? value) where T : struct, Enum => Enum.TryParse<T>(value, out var named) ? named : null;
}
