using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>The ledger as an Excel file: stakeholders by their names, and no resident's.</summary>
public static class ExportOpinions
{
    private const int AtMost = 20_000;

    private static readonly System.Resources.ResourceManager Texts = new("Platform.Meetings.RefusalTexts", typeof(ExportOpinions).Assembly);

    public static async Task<FileContentHttpResult> Handle(
        Guid id, [AsParameters] ListOpinions.Filter filter, MeetingsDb db, Caller caller, RefusalTexts words, CancellationToken ct)
    {
        await caller.DemandIn(db, (await db.Find<Plan>(id, ct)).AreaId, Rights.Readers, ct);
        var zone = (await db.Street(ct)).Zone;
        var lines = await ListOpinions.Of(db, id, filter).OrderBy(x => x.Id).Take(AtMost).Views(db).AsSplitQuery().ToListAsync(ct);

        var rows = lines.Count == 0 ? [Row(null)] : lines.ConvertAll(Row);
        return TypedResults.File(await Workbook.Of(rows, ct, Word("Ledger")), Spreadsheets.MediaType, $"opinions-{id}.xlsx");

        Dictionary<string, object?> Row(OpinionView? x) => new()
        {
            [Word("Ledger.Round")] = x?.RoundNumber, [Word("Ledger.Version")] = x?.VersionNumber, [Word("Ledger.Who")] = Plain(x is null ? "" : x.Stakeholder ?? Word("Ledger.Resident")),
            [Word("Ledger.Stand")] = x is null ? "" : words.Word(x.Stand), [Word("Ledger.Text")] = Plain(x?.Text), [Word("Ledger.Channel")] = x is null ? "" : words.Word(x.Channel),
            [Word("Ledger.At")] = x is null ? "" : Spreadsheets.Moment(x.At, zone), [Word("Ledger.Concern")] = x?.Concern is { } concern ? words.Word(concern) : "",
            [Word("Ledger.Disposition")] = x?.Disposition is { } disposition ? words.Word(disposition) : "", [Word("Ledger.Reason")] = Plain(x?.Reason),
            [Word("Ledger.DisposedAt")] = x?.DisposedAt is { } at ? Spreadsheets.Moment(at, zone) : "",
            [Word("Ledger.AnsweredIn")] = Plain(x is null ? "" : string.Join("; ", x.AnsweredIn.Select(a => $"{a.VersionNumber}: {a.How}"))),
        };
    }

    private static string Plain(string? text) => Spreadsheets.Plain(text ?? "");

    private static string Word(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
