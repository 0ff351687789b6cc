using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Http;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>A register that was looked at is what the next vote is opened with, or is not taken over.</summary>
public static class AdoptRegister
{
    public static async Task<NoContent> Handle(Guid id, MeetingsDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var register = await db.RegisterOf(id, caller, Rights.Founders, ct);
        var before = await db.RegisterInForce(register.AreaId, ct);
        await db.Owners.Include(x => x.Units).Where(x => x.RegisterId == id || before != null && x.RegisterId == before.Id && x.PersonId != null).LoadAsync(ct);

        register.Adopt(before?.Owners ?? [], clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    public static async Task<NoContent> Discard(Guid id, MeetingsDb db, Caller caller, CancellationToken ct)
    {
        var register = await db.RegisterOf(id, caller, Rights.Founders, ct);
        await db.Owners.Include(x => x.Units).Where(x => x.RegisterId == id).LoadAsync(ct);

        register.Discard();

        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    public static async Task<FileContentHttpResult> Template(CancellationToken ct) => TypedResults.File(await OwnerSheet.Template(ct), Spreadsheets.MediaType, "owners.xlsx");
}
