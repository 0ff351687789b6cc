using System.Globalization;
using Platform.Web.Clients.Meetings;

namespace Platform.Web.Console.Convenors;

/// <summary>Which competencies were ticked.</summary>
internal static class Competences
{
    public static IReadOnlyCollection<string> Chosen(HttpContext context) => context.Request.HasFormContentType ? [.. context.Request.Form["Competencies"].OfType<string>()] : [];

    public static IReadOnlyList<Competency> Of(HttpContext context) => [.. Chosen(context).Where(x => Enum.TryParse<Competency>(x, out _)).Select(Enum.Parse<Competency>)];
}

/// <summary>Minutes as hours: 2.5.</summary>
internal static class Hours
{
    public static string Of(long minutes) => (minutes / 60m).ToString("0.#", CultureInfo.CurrentCulture);
}
