using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Platform.Volunteers.Data;
using Platform.Volunteers.Domain;

namespace Platform.Volunteers.Features;

/// <summary>Whether the reader has a place, waits for one, or neither. A member of its own rather than null, which generated clients mistake.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MySignUp>))]
public enum MySignUp { None, Placed, Waiting }

/// <summary>An activity as lists and its own page show it.</summary>
public sealed record ActivityView(
    Guid Id, ActivityStatus Status, string Title, string What, Guid AreaId, string? AreaName, string? Place, DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt, int Capacity, int Taken, int Waiting, Guid? TeamId, string? TeamName, DateOnly? DueOn, Guid? IssueId,
    string? ReceiptNumber, string? CancelledBecause, MySignUp Mine, int MyMinutes, int Version)
{
    internal static Expression<Func<Activity, ActivityView>> For(VolunteersDb db, Guid me) => x => new ActivityView(
        x.Id, x.Status, x.Title, x.What, x.AreaId, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).SingleOrDefault(), x.Place, x.StartsAt,
        x.EndsAt, x.Capacity, x.Taken, db.SignUps.Count(s => s.ActivityId == x.Id && s.Status == SignUpStatus.Waiting), x.TeamId,
        db.Teams.Where(t => t.Id == x.TeamId).Select(t => t.Name).SingleOrDefault(), x.DueOn, x.IssueId, x.ReceiptNumber, x.CancelledBecause,
        db.SignUps.Where(s => s.ActivityId == x.Id && s.PersonId == me && s.Status != SignUpStatus.GivenUp)
            .Select(s => s.Status == SignUpStatus.Placed ? MySignUp.Placed : MySignUp.Waiting).FirstOrDefault(),
        db.SignUps.Where(s => s.ActivityId == x.Id && s.PersonId == me && s.Status != SignUpStatus.GivenUp)
            .Select(s => s.Minutes).FirstOrDefault(),
        x.Version);
}
