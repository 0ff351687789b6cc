using MiniExcelLibs;

namespace Platform.Web.Kit;

/// <summary>Rows that a page shows, as an Excel file.</summary>
internal static class Workbook
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> Of(IEnumerable<Dictionary<string, object?>> rows, string name)
    {
        var file = new MemoryStream();
        await file.SaveAsAsync(rows.ToList());
        file.Position = 0;
        return Results.File(file, MediaType, name);
    }

    /// <summary>A name is whatever somebody typed: as text, never as a formula.</summary>
    public static string Plain(string text) => text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
}
