using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Meetings.Papers;

/// <summary>How a line of an official paper is set.</summary>
public enum Setting { Title, Subtitle, Heading, SubHeading, Text, Signature }

/// <summary>
/// A Word document in the layout of official papers, GB/T 9704-2012: A4 with margins of 37, 26, 35 and 28 mm, the title in 22 pt, text in
/// 16 pt FangSong with two characters' indent and 28 pt between lines, headings in SimHei and KaiTi, the page's number below.
/// </summary>
internal sealed class WordPaper
{
    /// <summary>The media type of .docx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int LineTwentieths = 28 * 20, IndentTwentieths = 32 * 20;
    private readonly Body _body = new();

    public WordPaper Line(Setting setting, params ReadOnlySpan<(string Text, bool Bold)> parts)
    {
        var paragraph = new Paragraph(Properties(setting));
        foreach (var (text, bold) in parts) paragraph.Append(RunOf(text, setting, bold));
        _body.Append(paragraph);
        return this;
    }

    public WordPaper Line(Setting setting, string text) => Line(setting, (text, false));

    /// <summary>A table with a head that repeats on every page. Widths are shares of the text's width, in hundredths.</summary>
    public WordPaper Table(IReadOnlyList<int> widths, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var borders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
        var table = new Table(
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, borders, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(x => new GridColumn { Width = $"{x * 8845 / 100}" })));
        table.Append(RowOf(widths, head, isHead: true));
        foreach (var row in rows) table.Append(RowOf(widths, row, isHead: false));
        _body.Append(table);
        return this;
    }

    public byte[] ToBytes(string title)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                RunOf("— ", Setting.Subtitle), new SimpleField(RunOf("1", Setting.Subtitle)) { Instruction = " PAGE " }, RunOf(" —", Setting.Subtitle)));
            _body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1587, Header = 851, Footer = 1400, Gutter = 0 }));
            main.Document = new Document(_body);
            document.PackageProperties.Title = title;
        }

        return stream.ToArray();
    }

    private static TableRow RowOf(IReadOnlyList<int> widths, IReadOnlyList<string> cells, bool isHead)
    {
        var row = new TableRow(new TableRowProperties(isHead ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
        foreach (var (i, cell) in cells.Index())
            row.Append(new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = $"{widths[i] * 50}", Type = TableWidthUnitValues.Pct }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                new Paragraph(
                    new ParagraphProperties(new SpacingBetweenLines { Line = "400", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = isHead ? JustificationValues.Center : JustificationValues.Left }),
                    RunOf(cell, isHead ? Setting.Heading : Setting.Text, size: 24))));
        return row;
    }

    private static ParagraphProperties Properties(Setting setting)
    {
        var properties = new ParagraphProperties();
        if (setting is Setting.Heading or Setting.SubHeading or Setting.Title) properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Line = $"{(setting is Setting.Title ? 640 : LineTwentieths)}", LineRule = LineSpacingRuleValues.Exact, After = setting is Setting.Subtitle ? "280" : "0" });
        if (setting is Setting.Heading or Setting.SubHeading or Setting.Text) properties.Append(new Indentation { FirstLine = $"{IndentTwentieths}", FirstLineChars = 200 });
        if (setting is Setting.Title or Setting.Subtitle) properties.Append(new Justification { Val = JustificationValues.Center });
        if (setting is Setting.Signature) properties.Append(new Indentation { Right = $"{IndentTwentieths}" }, new Justification { Val = JustificationValues.Right });
        return properties;
    }

    private static Run RunOf(string text, Setting setting, bool bold = false, int? size = null)
    {
        // Word takes the East Asian font for Chinese and the other for the rest of the same line.
        var font = setting switch { Setting.Title => "方正小标宋简体", Setting.Heading => "黑体", Setting.SubHeading => "楷体", _ => "仿宋" };
        var half = $"{size ?? (setting is Setting.Title ? 44 : 32)}";
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font });
        if (bold) properties.Append(new Bold());
        properties.Append(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
        return new Run(properties, new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    // What XML cannot hold would make the whole document unreadable.
    private static string Printable(string text) => string.Concat(text.Where(x => x is '\t' || !char.IsControl(x) && !char.IsSurrogate(x) && x is not ('\uFFFE' or '\uFFFF') || char.IsSurrogate(x)));
}
