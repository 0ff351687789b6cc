using MiniExcelLibs;
using Platform.Kernel.Http;

namespace Platform.Web.Kit;

/// <summary>Rows that a page shows, as an Excel file.</summary>
internal static class Workbook
{
    public static async Task<IResult> Of(IEnumerable<Dictionary<string, object?>> rows, string name)
    {
        var file = new MemoryStream();
        await file.SaveAsAsync(rows.ToList());
        file.Position = 0;
        return Results.File(file, Spreadsheets.MediaType, name);
    }
}
