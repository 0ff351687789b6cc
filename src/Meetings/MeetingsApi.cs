using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Meetings.Features;

namespace Platform.Meetings;

/// <summary>Every door of this service, and who may pass it. In which area is asked with the thing in hand (Features/Rights.cs).</summary>
public static partial class MeetingsApi
{
    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        var meetings = app.MapDoors("/api/v1/meetings").WithTags("Meetings").AddEndpointFilter<DoorGroup, OneTransaction>();
        Bodies(meetings.MapGroup("/bodies"));
        Preparing(meetings);
        InTheRoom(meetings);
        Votes(meetings);
        Registers(meetings.MapGroup("/registers"), meetings.MapGroup("/owners"));
        Afterwards(meetings);
        Record(meetings);
        Papers(meetings);
        Plans(meetings);
        Discussions(meetings);
        var street = meetings.MapGroup("/public/{street}");
        Public(street);
        PublicPapers(street);
        PublicPlans(street);
        MapConvenors(meetings);
        Cadence(meetings);
        meetings.MapPersonalData();
    }

    private static void Bodies(DoorGroup bodies)
    {
        bodies.MapPost("/", FoundBody.Handle).For(Rights.Founders).WithName("FoundBody").WithSummary("Found a body for an area, with its first rules and seats");
        bodies.MapGet("/", ListBodies.Handle).ForMembers().WithName("ListBodies").WithSummary("Bodies of the street, of one area or kind");
        bodies.MapGet("/{id:guid}", GetBody.Handle).ForMembers().WithName("GetBody").WithSummary("One body, its seats and the rules in force");
        bodies.MapPut("/{id:guid}/seats", SeatMembers.Handle).For(Rights.Founders).WithName("SeatMembers").WithSummary("Who holds the seats from now on");
        bodies.MapPost("/{id:guid}/rules", AdoptRules.Handle).For(Rights.Founders).WithName("AdoptRules").WithSummary("A new version of the rules");
        bodies.MapGet("/{id:guid}/rules", ListRules.Handle).ForMembers().WithName("ListRules").WithSummary("Every version of the rules, newest first").Whole("a body adopts its rules anew once in years");
        bodies.MapGet("/{id:guid}/inbox", ReadInbox.Handle).For(Rights.Readers).WithName("ReadInbox").WithSummary("Issues that wait for this body, longest first");
        bodies.MapGet("/{id:guid}/carried", ListCarried.Handle).For(Rights.Readers).WithName("ListCarried").WithSummary("Free items that meetings left undone and that wait for this body, longest first");
    }

    private static void Preparing(DoorGroup meetings)
    {
        meetings.MapPost("/", PlanMeeting.Handle).For(Rights.Conveners).WithName("PlanMeeting").WithSummary("Plan a meeting, with items from the inbox or free ones");
        meetings.MapGet("/", ListMeetings.Handle).ForMembers().WithName("ListMeetings").WithSummary("Meetings, latest first; planned ones for those who convene there");
        meetings.MapGet("/mine", MyMeetings.Handle).ForMembers().WithName("MyMeetings").WithSummary("Coming meetings that the caller has a seat at");
        meetings.MapGet("/{id:guid}", GetMeeting.Handle).ForMembers().WithName("GetMeeting").WithSummary("One meeting: agenda, votes, quorum; the roll for those of the room");
        meetings.MapPut("/{id:guid}", ReplanMeeting.Handle).For(Rights.Conveners).WithName("ReplanMeeting").WithSummary("Another time or place, before it is announced");
        meetings.MapPost("/{id:guid}/items", AddItems.Handle).For(Rights.Conveners).WithName("AddItems").WithSummary("Put issues of the inbox or free items on the agenda");
        meetings.MapGet("/carried/{carriedId:guid}", ListCarried.Trace).For(Rights.Readers).WithName("TraceCarried").WithSummary("A free item that came back, and its way through meetings and levels");
        meetings.MapPost("/carried/{carriedId:guid}/drop", DropCarried.Handle).For(Rights.Conveners).WithName("DropCarried").WithSummary("Nobody is to take up a free item that waits any more");
        meetings.MapPut("/{id:guid}/agenda", OrderAgenda.Handle).For(Rights.Conveners).WithName("OrderAgenda").WithSummary("The order of the agenda");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/take-off", TakeOffItem.Handle).For(Rights.Conveners).WithName("TakeOffItem").WithSummary("Take an item off an agenda that was not held yet");
        meetings.MapPost("/{id:guid}/convene", ConveneMeeting.Handle).For(Rights.Conveners).WithName("ConveneMeeting").WithSummary("Publish the agenda and give notice");
        meetings.MapPost("/{id:guid}/postpone", PostponeMeeting.Handle).For(Rights.Conveners).WithName("PostponeMeeting").WithSummary("Postpone, with the reason");
        meetings.MapPost("/{id:guid}/cancel", CancelMeeting.Handle).For(Rights.Conveners).WithName("CancelMeeting").WithSummary("Cancel, with the reason; its issues go back to the inbox");
    }

    private static void InTheRoom(DoorGroup meetings)
    {
        meetings.MapPost("/{id:guid}/open", OpenMeeting.Handle).For(Rights.Conveners).WithName("OpenMeeting").WithSummary("Begin the session; check-in is open");
        meetings.MapPost("/{id:guid}/check-ins", CheckInPeople.Handle).For(Rights.Conveners).WithName("CheckInPeople").WithSummary("Staff check people in");
        meetings.MapPost("/{id:guid}/check-in", CheckInMyself.Handle).ForMembers().WithName("CheckInMyself").WithSummary("Check oneself in with the code shown in the room");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/votes", OpenVote.Handle).For(Rights.Conveners).WithName("OpenVote").WithSummary("Open a recorded vote on an item; needs the quorum");
        meetings.MapPost("/{id:guid}/votes/{voteId:guid}/ballots", CastBallot.Handle).ForMembers().WithName("CastBallot").WithSummary("Cast or change one's ballot; staff type in raised hands");
        meetings.MapPost("/{id:guid}/votes/{voteId:guid}/close", CloseVote.Handle).For(Rights.Conveners).WithName("CloseVote").WithSummary("Close a vote and write its result down");
        meetings.MapGet("/{id:guid}/votes/{voteId:guid}", GetVote.Handle).ForMembers().WithName("GetVote").WithSummary("A vote's ballots, and its tally counted again from them");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/resolution", AdoptResolution.Handle).For(Rights.Conveners).WithName("AdoptResolution").WithSummary("Adopt a resolution with its actions, after a passed vote");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/defer", DeferItem.Handle).For(Rights.Conveners).WithName("DeferItem").WithSummary("Leave an item for a later meeting");
        meetings.MapPost("/{id:guid}/items/{itemId:guid}/escalate", EscalateItem.Handle).For(Rights.Conveners).WithName("EscalateItem").WithSummary("Pass an item one level up");
        meetings.MapPost("/{id:guid}/conclude", ConcludeMeeting.Handle).For(Rights.Conveners).WithName("ConcludeMeeting").WithSummary("End the session; what was not reached is deferred");
    }

    private static void Afterwards(DoorGroup meetings)
    {
        meetings.MapGet("/{id:guid}/minutes", ReadMinutes.Handle).ForMembers().WithName("ReadMinutes").WithSummary("The minutes; the draft for those who convene there");
        meetings.MapPut("/{id:guid}/minutes", WriteMinutes.Handle).For(Rights.Conveners).WithName("WriteMinutes").WithSummary("Keep the draft; If-Match guards another's writing");
        meetings.MapPost("/{id:guid}/minutes/publish", PublishMinutes.Handle).For(Rights.Conveners).WithName("PublishMinutes").WithSummary("Post the minutes for the days that the rules set");
        meetings.MapGet("/resolutions/{id:guid}", GetResolution.Handle).ForMembers().WithName("GetResolution").WithSummary("A resolution and how far its actions are");
        meetings.MapGet("/to-do", ToDo.Handle).For(Rights.Conveners).WithName("MeetingsToDo").WithSummary("What waits for whoever convenes meetings").Whole("the first eight of each kind, and how many there are");
        meetings.MapGet("/follow-ups", ListFollowUps.Handle).For(Rights.Readers).WithName("ListFollowUps").WithSummary("The follow-up board: actions of resolutions, by due day");
    }

    private static void Public(DoorGroup street)
    {
        street.MapGet("/meetings", ListPublicMeetings.Handle).ForAnyone().WithName("ListPublicMeetings").WithSummary("Announced and held meetings of a street");
        street.MapGet("/meetings/{id:guid}", GetPublicMeeting.Handle).ForAnyone().WithName("GetPublicMeeting").WithSummary("An announced meeting's agenda, resolutions and published minutes");
    }
}
