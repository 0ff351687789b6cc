using System.Text.Json.Serialization;
using Platform.Kernel.Data;

namespace Platform.Partners.Domain;

/// <summary>学校, 派出所, 服务中心, 企业, 社会组织, 物业公司.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind { School, PoliceStation, ServiceCentre, Company, SocialOrganisation, PropertyCompany }

/// <summary>A unit 共建单位 that reported to the neighbourhood with what it can offer.</summary>
public sealed class Unit : Aggregate
{
    private Unit() { }

    public string Name { get; private set; } = "";
    public UnitKind Kind { get; private set; }
    public Guid AreaId { get; private set; }

    /// <summary>Speaks for the unit: offers resources, records services, says what it cannot do.</summary>
    public Guid? ContactId { get; private set; }

    public static Unit Join(string name, UnitKind kind, Guid areaId, Guid? contactId) =>
        new() { Name = name, Kind = kind, AreaId = areaId, ContactId = contactId };

    public void Change(string name, UnitKind kind, Guid? contactId) => (Name, Kind, ContactId) = (name, kind, contactId);
}
