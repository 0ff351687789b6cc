using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Tenancy;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Demo;

/// <summary>The teams of 泗塘三村, only where Platform:Demo is set. Ids of street, areas and people are those that Directory's demonstration plants.</summary>
internal static class Demonstration
{
    private static readonly Guid Zhangmiao = new("01900000-0001-7000-8000-000100000000");
    private static readonly Guid Neighbourhood = new("01900000-0001-7000-8000-000200000001");

    public static async Task Plant(IServiceProvider services, CancellationToken ct)
    {
        if (!services.GetRequiredService<IConfiguration>().GetValue<bool>("Platform:Demo")) return;
        services.GetRequiredService<Tenant>().Enter(Zhangmiao);
        var db = services.GetRequiredService<VolunteersDb>();
        if (await db.Teams.AnyAsync(ct)) return;

        db.Teams.AddRange(
            Team.Found("“四叶草”爱绿达人队", TeamKind.GardenLovers, Neighbourhood, Person(13), recruiting: true),
            Team.Found("党员先锋队", TeamKind.PartyPioneers, Neighbourhood, Person(4), recruiting: true),
            Team.Found("文明新风劝导队", TeamKind.Civility, Neighbourhood, Person(2), recruiting: true),
            Team.Found("退役军人服务队", TeamKind.Veterans, Neighbourhood, Person(8), recruiting: false),
            Team.Found("楼组自治小组", TeamKind.SelfGovernance, Neighbourhood, Person(2), recruiting: true));
        await db.SaveChangesAsync(ct);
    }

    private static Guid Person(int number) => Guid.Parse($"01900000-0001-7000-8000-0004{number:d8}");
}
