using Platform.Contracts.Directory.V1;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Volunteers.Features;

namespace Platform.Volunteers;

/// <summary>Every door of Volunteers. Who leads a team passes the members' doors of its activities: that is asked with the activity in hand.</summary>
public static class VolunteersApi
{
    /// <summary>Who answers for volunteering in an area.</summary>
    internal static readonly Role[] Organisers = [Role.CommitteeStaff, Role.BranchSecretary];

    public static void MapVolunteers(this IEndpointRouteBuilder app)
    {
        var teams = app.MapDoors("/api/v1/volunteers/teams").WithTags("Teams");
        teams.MapGet("/", ListTeams.Handle).ForMembers().WithName("ListTeams").WithSummary("Teams, newest first");
        teams.MapPost("/", FoundTeam.Handle).For(Organisers).WithName("FoundTeam").WithSummary("Found a team");
        teams.MapPut("/{id:guid}", ChangeTeam.Handle).For(Organisers).WithName("ChangeTeam").WithSummary("Change a team's name, leader or recruiting");
        teams.MapPost("/{id:guid}/members", JoinTeam.Handle).ForMembers().WithName("JoinTeam").WithSummary("Join a team that recruits");

        var activities = app.MapDoors("/api/v1/volunteers/activities").WithTags("Activities");
        activities.MapGet("/", ListActivities.Handle).ForMembers().WithName("ListActivities").WithSummary("Activities, newest first; drafts only to who runs them");
        app.MapDoors("/api/v1/volunteers").MapGet("/to-do", ToDo.Handle).ForMembers().WithTags("Activities").WithName("VolunteersToDo").WithSummary("What waits for whoever runs activities").Whole("the first eight of each kind, and how many there are");
        activities.MapGet("/upcoming", UpcomingActivities.Handle).ForMembers().WithName("UpcomingActivities").WithSummary("Activities to come, the next one first");
        activities.MapGet("/{id:guid}", ReadActivity.Handle).ForMembers().WithName("ReadActivity").WithSummary("One activity");
        activities.MapPost("/", DraftActivity.Handle).For(Organisers).WithName("DraftActivity").WithSummary("Draft an activity");
        activities.MapPut("/{id:guid}", ArrangeActivity.Handle).ForMembers().WithName("ArrangeActivity").WithSummary("Say when, where and for how many");
        activities.MapPost("/{id:guid}/open", OpenActivity.Handle).ForMembers().WithName("OpenActivity").WithSummary("Take sign-ups from now on");
        activities.MapPost("/{id:guid}/finish", FinishActivity.Handle).ForMembers().WithName("FinishActivity").WithSummary("It is over; who forgot to check out is checked out");
        activities.MapPost("/{id:guid}/cancel", CancelActivity.Handle).ForMembers().WithName("CancelActivity").WithSummary("Call it off, with an official reason");
        activities.MapPost("/{id:guid}/verify-hours", VerifyHours.Handle).For(Organisers).WithName("VerifyHours").WithSummary("Credit the hours");

        activities.MapPost("/{id:guid}/sign-ups", SignUpForActivity.Handle).ForMembers().WithName("SignUpForActivity").WithSummary("Sign up: a place, or the waiting list");
        activities.MapDelete("/{id:guid}/sign-ups/me", GiveUpPlace.Handle).ForMembers().WithName("GiveUpPlace").WithSummary("Give one's place up");
        activities.MapPost("/{id:guid}/check-in", CheckMyselfIn.Handle).ForMembers().WithName("CheckMyselfIn").WithSummary("Check in with the activity's code");
        activities.MapPost("/{id:guid}/check-out", CheckMyselfOut.Handle).ForMembers().WithName("CheckMyselfOut").WithSummary("Check out with the activity's code");
        activities.MapGet("/{id:guid}/roster", ReadRoster.Handle).ForMembers().WithName("ReadRoster").WithSummary("Who signed up and was there, with the code; to who runs it");
        activities.MapPost("/{id:guid}/roster/{person:guid}/check-in", CheckIn.Handle).ForMembers().WithName("CheckIn").WithSummary("Check a person in");
        activities.MapPost("/{id:guid}/roster/{person:guid}/check-out", CheckOut.Handle).ForMembers().WithName("CheckOut").WithSummary("Check a person out");
        activities.MapGet("/{id:guid}/hours", ActivityHours.Handle).For(Organisers).WithName("ActivityHours").WithSummary("The ledger's entries of an activity");

        app.MapDoors("/api/v1/volunteers").WithTags("People").MapPersonalData();

        var hours = app.MapDoors("/api/v1/volunteers/hours").WithTags("Hours");
        hours.MapGet("/mine", MyHours.Handle).ForMembers().WithName("MyHours").WithSummary("My hours, my star, and the ledger's entries behind them");
        hours.MapPost("/{id:guid}/corrections", CorrectHours.Handle).For(Organisers).WithName("CorrectHours").WithSummary("A counter-entry with a reason, by a second person");
    }
}
