using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Meetings.Data;
using Platform.Meetings.Domain;

namespace Platform.Meetings.Features;

/// <summary>An owner's phone in full, for whoever must call them. Reading it is put on record.</summary>
public static class ReadOwnerPhone
{
    public sealed record View(string Phone);

    public static async Task<Ok<View>> Handle(Guid ownerId, MeetingsDb db, Phones phones, Caller caller, CancellationToken ct)
    {
        var owner = await db.OwnerToKeep(ownerId, caller, ct);
        var phone = phones.Read(owner.Phone ?? throw new RefusedException(OwnerRefusals.NoPhone));
        await db.OnRecord("Owner.Phone", ownerId, ct);
        return TypedResults.Ok(new View(phone));
    }
}
