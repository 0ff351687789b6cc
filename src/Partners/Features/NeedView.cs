using System.Linq.Expressions;
using Platform.Partners.Data;
using Platform.Partners.Domain;

namespace Platform.Partners.Features;

/// <summary>A need as lists show it.</summary>
public sealed record NeedView(
    Guid Id, NeedStatus Status, string What, string Category, Guid AreaId, string? AreaName, int Count, DateOnly DueOn, bool FromResolution, Guid? IssueId,
    string? ReceiptNumber, Guid? ResourceId, string? ResourceWhat, Guid? UnitId, string? UnitName, Guid? UnitContactId, string? Remark, int Version)
{
    internal static Expression<Func<Need, NeedView>> For(PartnersDb db) => x => new NeedView(
        x.Id, x.Status, x.What, x.Category, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).SingleOrDefault(), x.Count, x.DueOn,
        x.ResolutionId != null, x.IssueId, x.ReceiptNumber, x.ResourceId, db.Resources.Where(r => r.Id == x.ResourceId).Select(r => r.What).SingleOrDefault(),
        x.UnitId, db.Units.Where(u => u.Id == x.UnitId).Select(u => u.Name).SingleOrDefault(),
        db.Units.Where(u => u.Id == x.UnitId).Select(u => u.ContactId).SingleOrDefault(), x.Remark, x.Version);
}
