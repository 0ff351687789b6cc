using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>
/// A sheet of owners is uploaded and looked at. Where any row is wrong nothing is kept, and each row's problem is told; else it waits for somebody who has
/// seen its sums to adopt it.
/// </summary>
public static class StageRegister
{
    // More would not be read either.
    private const int ShownAtMost = 500;

    /// <param name="Row">Its number as Excel shows it.</param>
    /// <param name="Code">As a refusal's code.</param>
    /// <param name="Reason">The same in the reader's language.</param>
    public sealed record Problem(int Row, string Code, string Reason);

    /// <param name="Id">The register that waits; null where rows are wrong.</param>
    /// <param name="Rows">How many rows the sheet has.</param>
    /// <param name="Wrong">What is wrong, by row; the first 500.</param>
    public sealed record Staged(Guid? Id, int Rows, IReadOnlyList<Problem> Wrong);

    /// <param name="area">Whose owners they are.</param>
    /// <param name="file">The sheet.</param>
    public static async Task<Ok<Staged>> Handle(
        Guid area, IFormFile file, MeetingsDb db, Caller caller, Phones phones, RefusalTexts texts, TimeProvider clock, CancellationToken ct)
    {
        await caller.DemandIn(db, area, Rights.Founders, ct);
        var rows = await OwnerSheet.Read(file, ct);
        var id = Guid.CreateVersion7();

        var (owners, wrong) = OwnerReader.Read(id, rows, phones);
        if (wrong.Count == 0) db.Add(OwnerRegister.Of(id, area, Named(file.FileName), owners, caller.Me, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Staged(
            wrong.Count == 0 ? id : null, rows.Count, [.. wrong.OrderBy(x => x.Row).Take(ShownAtMost).Select(x => new Problem(x.Row, x.Problem.Code, texts.Of(x.Problem)))]));
    }

    private static string Named(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName).EnumerateRunes().Where(x => !System.Text.Rune.IsControl(x)));
        return name.Length <= 200 ? name : name[^200..];
    }
}
