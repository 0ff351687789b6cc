using Platform.Contracts.Directory.V1;

namespace Platform.Directory.Domain;

/// <summary>What is told of each thing: written once, said by whoever changes one.</summary>
internal static class Facts
{
    public static TenantConfigured Configured(this Street x) =>
        new() { Code = x.Code, Name = x.Name, DivisionCode = x.DivisionCode, TimeZone = x.TimeZone };

    public static CalendarYearSet AsSet(this CalendarYear x) =>
        new() { Year = x.Year, Source = x.Source, DaysOff = x.DaysOff, MakeUpDays = x.MakeUpDays };

    public static AreaChanged Changed(this Area x) =>
        new() { Code = x.Code, Name = x.Name, Level = x.Level, ParentId = x.ParentId, Path = x.Path, Households = x.Households };

    public static VenueChanged Changed(this Venue x) =>
        new() { AreaId = x.AreaId, Kind = x.Kind, Name = x.Name, Capacity = x.Capacity, Open = x.IsOpen };

    public static PersonChanged Changed(this Person x) => new() { HomeAreaId = x.HomeAreaId };

    public static MembershipChanged Changed(this Membership x) =>
        new() { PersonId = x.PersonId, Role = x.Role, AreaId = x.AreaId, From = x.From, To = x.To };
}
