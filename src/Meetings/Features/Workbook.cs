using MiniExcelLibs;

namespace Platform.Meetings.Features;

/// <summary>Rows as an Excel file; what each list says in its columns is for it to say.</summary>
internal static class Workbook
{
    /// <param name="rows">Dictionaries of title and value.</param>
    /// <param name="sheet">What the sheet is called.</param>
    public static async Task<byte[]> Of(object rows, CancellationToken ct, string sheet = "Sheet1")
    {
        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(rows, sheetName: sheet, cancellationToken: ct);
        return workbook.ToArray();
    }
}
