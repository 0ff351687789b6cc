using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Meetings.Features;

namespace Platform.Meetings;

/// <content>The doors of series, calendars, coverage, great party committees and measures.</content>
public static partial class MeetingsApi
{
    private static void Cadence(DoorGroup meetings)
    {
        Recurring(meetings.MapGroup("/bodies/{id:guid}/series"));
        Committees(meetings.MapGroup("/bodies/{id:guid}"));
        Measures(meetings);

        meetings.MapGet("/mine/calendar", MyCalendar.Show).ForMembers().WithName("ShowMyCalendar").WithSummary("Whether the caller's calendar has an address, and since when");
        meetings.MapPost("/mine/calendar", MyCalendar.Make).ForMembers().WithName("MakeMyCalendar").WithSummary("A secret address for the caller's calendar; one before it opens nothing any more");
        meetings.MapDelete("/mine/calendar", MyCalendar.Revoke).ForMembers().WithName("RevokeMyCalendar").WithSummary("Take the address back");
        var street = meetings.MapGroup("/public/{street}");
        street.MapGet("/bodies/{id:guid}/calendar.ics", BodyCalendar.Handle).ForAnyone().WithName("BodyCalendar").WithSummary("A body's announced meetings as iCalendar").Produces<string>(200, CalendarFeed.MediaType);
        street.MapGet("/calendars/{secret}/meetings.ics", MyCalendar.Read).ForAnyone().WithName("ReadMyCalendar").WithSummary("A person's meetings as iCalendar, by the secret address").Produces<string>(200, CalendarFeed.MediaType);
    }

    private static void Recurring(DoorGroup series)
    {
        series.MapGet("/", ListSeries.Handle).ForMembers().WithName("ListSeries").WithSummary("The series that a body has and had, with its next dates");
        series.MapGet("/preview", PreviewSeries.Handle).For(Rights.Conveners).WithName("PreviewSeries").WithSummary("The first dates that a rule would give");
        series.MapPost("/", BeginSeries.Handle).For(Rights.Conveners).WithName("BeginSeries").WithSummary("Begin a series; the one before it ends");
        series.MapPost("/{seriesId:guid}/exceptions", ExceptDay.Handle).For(Rights.Conveners).WithName("ExceptDay").WithSummary("Move or call off one date, with the reason");
        series.MapPost("/{seriesId:guid}/end", EndSeries.Handle).For(Rights.Conveners).WithName("EndSeries").WithSummary("End a series");
    }

    private static void Committees(DoorGroup body)
    {
        body.MapGet("/terms", KeepCommittee.List).ForMembers().WithName("ListTerms").WithSummary("The terms of a great party committee, the latest first").Whole("a committee is formed anew once in years");
        body.MapPost("/terms", KeepCommittee.Form).For(Rights.Founders).WithName("FormCommittee").WithSummary("A great party committee's next term");
        body.MapGet("/members", ListMembers.Handle).For(Rights.Readers).WithName("ListMembers").WithSummary("Its part-time members, the last proposed first");
        body.MapPost("/members", KeepMembers.Propose).For(Rights.Founders).WithName("ProposeMember").WithSummary("Propose a part-time member for a unit");
        body.MapPost("/members/{memberId:guid}/approve", KeepMembers.Approve).For(Rights.Approvers).WithName("ApproveMember").WithSummary("Approve a proposal, as another than its proposer");
        body.MapPost("/members/{memberId:guid}/decline", KeepMembers.Decline).For(Rights.Approvers).WithName("DeclineMember").WithSummary("Decline a proposal, with the reason");
        body.MapPost("/members/{memberId:guid}/end", KeepMembers.End).For(Rights.Founders).WithName("EndMember").WithSummary("End a membership before its term");
        body.MapGet("/resolutions", ListDecisions.Handle).ForMembers().WithName("ListDecisions").WithSummary("What the body decided, the last first");
        body.MapGet("/attendance", ShowAttendance.Handle).For(Rights.Readers).WithName("ShowAttendance").WithSummary("Who came to its meetings, seat by seat");
    }

    private static void Measures(DoorGroup meetings)
    {
        meetings.MapGet("/coverage", ShowCoverage.Handle).For(Rights.Readers).WithName("ShowCoverage").WithSummary("The 1-3-31 platform: gaps, orphans and bodies that sleep");
        meetings.MapGet("/measures", MeasureMeetings.Handle).For(Rights.Readers).WithName("MeasureMeetings").WithSummary("Meetings held, cadence kept, attendance and carry-over, whole and by kind");
        meetings.MapGet("/measures/bodies", MeasureMeetings.ByBody).For(Rights.Readers).WithName("MeasureBodies").WithSummary("The same, body by body");
        meetings.MapGet("/measures/meetings", ListMeasured.Meetings).For(Rights.Readers).WithName("ListMeasuredMeetings").WithSummary("The meetings behind the numbers");
        meetings.MapGet("/measures/periods", ListMeasured.Periods).For(Rights.Readers).WithName("ListOwedPeriods").WithSummary("The weeks and days that a meeting was owed in, kept or missed");
        meetings.MapGet("/measures/carried", ListMeasured.CarriedOver).For(Rights.Readers).WithName("ListCarriedOver").WithSummary("Issues that a meeting put off and that wait still");
    }
}
