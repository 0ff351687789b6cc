using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Features;

/// <summary>The hotline's sheet: which column is which, and the sheets that we give back with the same titles.</summary>
internal static partial class HotlineSheet
{
    public const int RowsAtMost = 50_000, MegabytesAtMost = 32;

    /// <summary>With what a form adds; one byte above, the refusal that says so in words is ours.</summary>
    public const int BodyAtMost = (MegabytesAtMost + 1) * 1024 * 1024;

    private static readonly SheetLimits AtMost = new(RowsAtMost, MegabytesAtMost, UnfoldedMegabytes: 320, ImportRefusals.NotASheet) { OrCsv = true, Above = 5 };

    // What exports of hotlines call them, beside the titles in RefusalTexts.
    private static readonly Dictionary<HotlineColumn, string[]> AlsoCalled = new()
    {
        [HotlineColumn.Number] = ["工单号", "工单编码", "热线工单编号", "受理编号", "诉求编号", "案件编号", "order no", "order no.", "order id", "ticket number", "case number"],
        [HotlineColumn.CalledAt] = ["来电时间", "受理日期", "来电日期", "登记时间", "创建时间", "诉求时间", "call time", "received", "received at", "date"],
        [HotlineColumn.Category] = ["诉求类型", "诉求类别", "诉求分类", "问题类型", "问题分类", "分类", "事项分类", "type", "request type"],
        [HotlineColumn.Title] = ["标题", "工单标题", "诉求主题", "主题", "subject"],
        [HotlineColumn.Content] = ["内容", "问题描述", "诉求描述", "工单内容", "主要内容", "来电内容", "description", "text", "details"],
        [HotlineColumn.Area] = ["区域", "区域代码", "所属网格", "网格", "area code", "grid"],
        [HotlineColumn.Community] = ["社区", "居委", "居委会", "所属居委", "所属居委会", "居民区", "所属居民区", "居村委", "小区", "所属小区", "neighborhood", "community", "estate"],
        [HotlineColumn.Building] = ["楼号", "楼栋号", "所属楼栋", "幢号", "building no", "building no."],
        [HotlineColumn.Address] = ["地址", "事发地址", "发生地址", "问题地址", "详细地址", "诉求地点", "location"],
        [HotlineColumn.Caller] = ["诉求人", "反映人", "来电人姓名", "联系人", "姓名", "contact", "name"],
        [HotlineColumn.Phone] = ["来电号码", "电话", "联系方式", "手机号", "手机号码", "phone number", "telephone"],
        [HotlineColumn.WantedBy] = ["办结时限", "截止时间", "办理截止时间", "处理时限", "要求办结时间", "due", "due date", "deadline"],
        [HotlineColumn.Confidential] = ["保密", "是否公开保密", "private"],
    };

    private static readonly HotlineColumn[] Needed = [HotlineColumn.Number, HotlineColumn.CalledAt, HotlineColumn.Category, HotlineColumn.Content];
    private static readonly HotlineColumn[] Places = [HotlineColumn.Area, HotlineColumn.Community, HotlineColumn.Building, HotlineColumn.Address];
    private static readonly Dictionary<string, HotlineColumn> Known = Enum.GetValues<HotlineColumn>()
        .SelectMany(x => Sheet.Languages.Select(language => Title(x, language)).Concat(AlsoCalled[x]).Select(title => (Title: Bare(title), Column: x)))
        .DistinctBy(x => x.Title).ToDictionary(x => x.Title, x => x.Column);

    /// <summary>Each row that holds something, with its number as Excel shows it.</summary>
    /// <exception cref="RefusedException">import.not-a-sheet, import.open-quote, import.no-columns, import.no-rows, sheet.too-large.</exception>
    public static async Task<List<(int Number, HotlineCells Cells)>> Read(IFormFile file, CancellationToken ct)
    {
        var rows = await Sheet.Read(file, AtMost, ct);
        if (rows.Count == 0) throw new RefusedException(ImportRefusals.NoRows);
        // Exports like to begin with a line that says what they are: the titles are where most columns are found.
        var (at, columns) = rows.Take(AtMost.Above + 1).Select((x, i) => (i, Columns(x.Cells))).MaxBy(x => x.Item2?.Count ?? 0);
        columns ??= [];
        HotlineColumn[] missing = [.. Needed.Except(columns.Keys), .. Places.Any(columns.ContainsKey) ? [] : (HotlineColumn[])[HotlineColumn.Address]];
        if (missing.Length > 0) throw new RefusedException(ImportRefusals.NoColumns.With(string.Join(" · ", missing.Select(x => Title(x)))));
        if (rows.Count - at - 1 is > RowsAtMost) throw new RefusedException(AtMost.TooLarge);
        if (rows.Count == at + 1) throw new RefusedException(ImportRefusals.NoRows);
        return [.. rows.Skip(at + 1).Select(row => (row.Number, new HotlineCells(
            [.. Enum.GetValues<HotlineColumn>().Select(x => columns.TryGetValue(x, out var from) ? row.Cells.ElementAtOrDefault(from) ?? "" : "")])))];
    }

    /// <summary>The titles alone, in the reader's language.</summary>
    public static Task<byte[]> Template(CancellationToken ct) => Write([], withReasons: false, ct);

    /// <summary>Rows as they were typed, each with what is wrong with it: mended, this is a sheet that can be imported.</summary>
    public static Task<byte[]> WithReasons(IEnumerable<(int Number, HotlineCells Cells, string Reason)> rows, CancellationToken ct) => Write(rows, withReasons: true, ct);

    public static string Title(HotlineColumn column, CultureInfo? language = null) => Sheet.Word($"{nameof(HotlineColumn)}.{column}", language);

    private static Task<byte[]> Write(IEnumerable<(int Number, HotlineCells Cells, string Reason)> rows, bool withReasons, CancellationToken ct)
    {
        var columns = Enum.GetValues<HotlineColumn>();
        Dictionary<string, object?> Line(IEnumerable<string> cells, string row, string reason) => new(
            cells.Concat(withReasons ? [reason, row] : []).Select((x, i) => KeyValuePair.Create($"c{i:00}", (object?)x)));
        // The titles are a row like any other, or a sheet without rows would have none.
        return Sheet.Write(rows.Select(x => Line(columns.Select(c => x.Cells[c]), $"{x.Number}", x.Reason))
            .Prepend(Line(columns.Select(x => Title(x)), Sheet.Word("Import.Row"), Sheet.Word("Import.Reason"))), ct, printHeader: false);
    }

    private static Dictionary<HotlineColumn, int> Columns(string[] titles)
    {
        var found = new Dictionary<HotlineColumn, int>();
        foreach (var (at, title) in titles.Index())
            if (Known.TryGetValue(Bare(title), out var column)) found.TryAdd(column, at);
        return found;
    }

    // 工单编号（必填）* is 工单编号.
    private static string Bare(string title) => Beside().Replace(title, "").ToLowerInvariant();

    [GeneratedRegex(@"[（(\[【].*?[）)\]】]|[\s*＊:：_]")]
    private static partial Regex Beside();
}
