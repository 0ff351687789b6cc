using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Partners.V1;
using Platform.Kernel.Tenancy;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Demo;

/// <summary>Units of 泗塘三村 and what they offer, only where Platform:Demo is set. Ids of street, areas and people are those that Directory's demonstration plants.</summary>
internal static class Demonstration
{
    private static readonly Guid Zhangmiao = new("01900000-0001-7000-8000-000100000000");
    private static readonly Guid Neighbourhood = new("01900000-0001-7000-8000-000200000001");
    private static readonly Guid Contact = new("01900000-0001-7000-8000-000400000012");
    private static readonly DateOnly From = new(2026, 1, 1);

    public static async Task Plant(IServiceProvider services, CancellationToken ct)
    {
        if (!services.GetRequiredService<IConfiguration>().GetValue<bool>("Platform:Demo")) return;
        services.GetRequiredService<Tenant>().Enter(Zhangmiao);
        var db = services.GetRequiredService<PartnersDb>();
        if (await db.Units.AnyAsync(ct)) return;

        Join(db, "四叶草堂", UnitKind.SocialOrganisation, Contact,
            ("生境花园设计与营造指导", "greening", 6), ("社区花园维护培训", "training", 12));
        Join(db, "辖区中学", UnitKind.School, null, ("“小手牵大手”学生志愿服务", "children", 10), ("周末操场与教室", "venue", 20));
        Join(db, "辖区派出所", UnitKind.PoliceStation, null, ("反诈与消防宣传", "safety", 12));
        Join(db, "社区卫生服务中心", UnitKind.ServiceCentre, null, ("健康义诊、量血压", "health", 12));
        Join(db, "辖区物业公司", UnitKind.PropertyCompany, null, ("清运车辆与人手", "cleanup", 8), ("水电便民维修", "repair", 24));
        Join(db, "爱心企业", UnitKind.Company, null, ("苗木、工具等物资", "goods", 30));
        await db.SaveChangesAsync(ct);
    }

    private static void Join(PartnersDb db, string name, UnitKind kind, Guid? contact, params (string What, string Category, int Capacity)[] offers)
    {
        var unit = Unit.Join(name, kind, Neighbourhood, contact);
        db.Units.Add(unit);
        db.Say(unit, new UnitJoined());
        foreach (var (what, category, capacity) in offers)
        {
            var resource = Resource.Of(unit.Id, new Offer(what, category, capacity, From, null, Neighbourhood));
            db.Resources.Add(resource);
            db.Say(resource, new ResourceOffered { UnitId = unit.Id, Category = category });
        }
    }
}
