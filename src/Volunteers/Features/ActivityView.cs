using System.Linq.Expressions;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>An activity as lists and its own page show it.</summary>
public sealed record ActivityView(
    Guid Id, ActivityStatus Status, string Title, string What, Guid AreaId, string? AreaName, string? Place, DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt, int Capacity, int Taken, int Waiting, Guid? TeamId, string? TeamName, DateOnly? DueOn, Guid? IssueId,
    string? ReceiptNumber, string? CancelledBecause, SignUpStatus? Mine, int MyMinutes, int Version)
{
    internal static Expression<Func<Activity, ActivityView>> For(VolunteersDb db, Guid me) => x => new ActivityView(
        x.Id, x.Status, x.Title, x.What, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).SingleOrDefault(), x.Place, x.StartsAt,
        x.EndsAt, x.Capacity, x.Taken, db.SignUps.Count(s => s.ActivityId == x.Id && s.Status == SignUpStatus.Waiting), x.TeamId,
        db.Teams.Where(t => t.Id == x.TeamId).Select(t => t.Name).SingleOrDefault(), x.DueOn, x.IssueId, x.ReceiptNumber, x.CancelledBecause,
        db.SignUps.Where(s => s.ActivityId == x.Id && s.PersonId == me && s.Status != SignUpStatus.GivenUp).Select(s => (SignUpStatus?)s.Status).SingleOrDefault(),
        db.SignUps.Where(s => s.ActivityId == x.Id && s.PersonId == me && s.Status != SignUpStatus.GivenUp).Select(s => s.Minutes).SingleOrDefault(),
        x.Version);
}
