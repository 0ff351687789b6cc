using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>The code that is shown where the activity is.</summary>
public sealed record CodeRequest([Needed, Text(6)] string? Code)
{
    internal static async Task<Activity> Open(CodeRequest request, Guid id, VolunteersDb db, CancellationToken ct)
    {
        var activity = await db.Find<Activity>(id, ct);
        return activity.Code == request.Code ? activity : throw new RefusedException(VolunteerRefusals.WrongCode);
    }
}

/// <summary>A volunteer checks in with the code.</summary>
public static class CheckMyselfIn
{
    public static async Task<NoContent> Handle(Guid id, CodeRequest request, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct) =>
        await CheckIn.Now(db, await CodeRequest.Open(request, id, db, ct), caller.Me, caller.Me, clock, ct);
}

/// <summary>A volunteer checks out with the code.</summary>
public static class CheckMyselfOut
{
    public static async Task<NoContent> Handle(Guid id, CodeRequest request, Caller caller, VolunteersDb db, TimeProvider clock, CancellationToken ct) =>
        await CheckOut.Now(db, await CodeRequest.Open(request, id, db, ct), caller.Me, caller.Me, clock, ct);
}
