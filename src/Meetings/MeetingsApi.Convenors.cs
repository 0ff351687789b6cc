using Platform.Kernel.Doors;
using Platform.Meetings.Features;
using static Platform.Meetings.Features.ConvenorRights;
using static Platform.Meetings.Features.Rights;

namespace Platform.Meetings;

/// <content>The doors of those who lead: candidates and convenors, the roster, training.</content>
public static partial class MeetingsApi
{
    private static void MapConvenors(DoorGroup meetings)
    {
        Candidates(meetings);
        Roster(meetings);
        Training(meetings);
        meetings.MapGet("/convenors/numbers", CountConvenors.Handle).For(Readers).WithName("CountConvenors").WithSummary("Candidates by source, days to a decision, seats filled, training and what it changed");
    }

    private static void Candidates(DoorGroup meetings)
    {
        meetings.MapPost("/bodies/{id:guid}/candidates", ProposeCandidate.Handle).For(Proposers).WithName("ProposeCandidate").WithSummary("Propose a convenor who was found on a visit, or recommended");
        meetings.MapPost("/bodies/{id:guid}/self-nominations", NominateMyself.Handle).ForMembers().WithName("NominateMyself").WithSummary("Propose oneself as convenor");
        meetings.MapGet("/candidates", ListCandidates.Handle).For(Readers).WithName("ListCandidates").WithSummary("Candidates by body, area, source, state and time");
        meetings.MapGet("/candidates/mine", MyCandidacies.Handle).ForMembers().WithName("MyCandidacies").WithSummary("Where the caller stands as a candidate");
        meetings.MapGet("/candidates/{id:guid}", GetCandidate.Handle).For(Readers).WithName("GetCandidate").WithSummary("One candidacy and what was gathered");
        meetings.MapGet("/candidates/{id:guid}/phone", ReadCandidatePhone.Handle).For(Founders).WithName("ReadCandidatePhone").WithSummary("The phone of a candidate without an account, on record");
        meetings.MapPut("/candidates/{id:guid}/person", IdentifyCandidate.Handle).For(Founders).WithName("IdentifyCandidate").WithSummary("Whose account it is");
        meetings.MapPost("/candidates/{id:guid}/visits", GatherOnCandidate.Visit).For(Proposers).WithName("RecordVisit").WithSummary("Who went there, when, and what they found");
        meetings.MapPost("/candidates/{id:guid}/statements", GatherOnCandidate.Statement).ForMembers().WithName("SpeakOfCandidate").WithSummary("What somebody of the area says of the candidate");
        meetings.MapPost("/candidates/{id:guid}/vet", VetCandidate.Handle).For(Founders).WithName("VetCandidate").WithSummary("Looked at: ready for the branch");
        meetings.MapPost("/candidates/{id:guid}/decide", DecideCandidate.Handle).For(Branch).WithName("DecideCandidate").WithSummary("The party branch's decision, with reason and minutes");
        meetings.MapPost("/candidates/{id:guid}/publicise", PubliciseCandidate.Handle).For(Founders).WithName("PubliciseCandidate").WithSummary("Put the public notice up for some days");
        meetings.MapPost("/candidates/{id:guid}/objections", ObjectToCandidate.Handle).ForMembers().WithName("ObjectToCandidate").WithSummary("Object while the notice runs");
        meetings.MapPost("/candidates/{id:guid}/objections/{objectionId:guid}/answer", ObjectToCandidate.Answer).For(Branch).WithName("AnswerObjection").WithSummary("Uphold an objection or not, with the reason");
        meetings.MapPost("/candidates/{id:guid}/appoint", AppointConvenor.Handle).For(Branch).WithName("AppointConvenor").WithSummary("Appoint for a term, after the notice");
        meetings.MapPost("/candidates/{id:guid}/renew", AppointConvenor.Renew).For(Branch).WithName("RenewConvenor").WithSummary("Another term");
        meetings.MapPost("/candidates/{id:guid}/end", EndConvenor.Handle).For(Branch).WithName("EndConvenor").WithSummary("End a term before its time, with the reason");
        meetings.MapPost("/candidates/{id:guid}/withdraw", WithdrawCandidate.Handle).ForMembers().WithName("WithdrawCandidate").WithSummary("No longer a candidate: oneself, or staff write it down");
        meetings.MapGet("/public/{street}/candidates", ShowNotices.List).ForAnyone().WithName("ListNotices").WithSummary("Candidates whose notice runs");
        meetings.MapGet("/public/{street}/candidates/{id:guid}", ShowNotices.Handle).ForAnyone().WithName("GetNotice").WithSummary("A candidate whose notice runs");
    }

    private static void Roster(DoorGroup meetings)
    {
        meetings.MapPost("/bodies/{id:guid}/roster", JoinRoster.Handle).For(Conveners).WithName("JoinRoster").WithSummary("Put somebody on a body's roster");
        meetings.MapGet("/roster", ListRoster.Handle).For(Readers).WithName("ListRoster").WithSummary("The roster by body, area, role, state, training and words");
        meetings.MapGet("/roster/export", ExportRoster.Handle).For(Readers).WithName("ExportRoster").WithSummary("The filtered roster as an Excel file");
        meetings.MapGet("/roster/bodies", CountRoster.Handle).For(Readers).WithName("CountRoster").WithSummary("How large and active each body's roster is");
        meetings.MapPut("/roster/{id:guid}", JoinRoster.Change).For(Conveners).WithName("ChangeRosterEntry").WithSummary("Unit, skills and term anew");
        meetings.MapPost("/roster/{id:guid}/pause", PauseRosterEntry.Pause).For(Conveners).WithName("PauseRosterEntry").WithSummary("Take a rest, with the reason");
        meetings.MapPost("/roster/{id:guid}/resume", PauseRosterEntry.Resume).For(Conveners).WithName("ResumeRosterEntry").WithSummary("Back again");
        meetings.MapPost("/roster/{id:guid}/leave", PauseRosterEntry.End).For(Conveners).WithName("LeaveRoster").WithSummary("Off the roster, with the reason");
    }

    private static void Training(DoorGroup meetings)
    {
        meetings.MapPost("/workshops", PlanWorkshop.Handle).For(Trainers).WithName("PlanWorkshop").WithSummary("Plan a workshop that a street or an area offers");
        meetings.MapGet("/workshops", ListWorkshops.Handle).ForMembers().WithName("ListWorkshops").WithSummary("Workshops, latest first; plans for those who offer them");
        meetings.MapGet("/workshops/{id:guid}", GetWorkshop.Handle).ForMembers().WithName("GetWorkshop").WithSummary("One workshop; who comes and how they did for those who offer it");
        meetings.MapPut("/workshops/{id:guid}", PlanWorkshop.Change).For(Trainers).WithName("ChangeWorkshop").WithSummary("Title, aim and competencies, before it was held");
        meetings.MapPost("/workshops/{id:guid}/sessions", KeepSessions.Add).For(Trainers).WithName("AddSession").WithSummary("Add a session: when, where, how long, for how many");
        meetings.MapPut("/workshops/{id:guid}/sessions/{sessionId:guid}", KeepSessions.Change).For(Trainers).WithName("ChangeSession").WithSummary("Another time, place or room");
        meetings.MapPost("/workshops/{id:guid}/offer", MoveWorkshop.Open).For(Trainers).WithName("OfferWorkshop").WithSummary("Open for signing up");
        meetings.MapPost("/workshops/{id:guid}/held", MoveWorkshop.Hold).For(Trainers).WithName("HoldWorkshop").WithSummary("All of it has taken place");
        meetings.MapPost("/workshops/{id:guid}/finish", MoveWorkshop.Finish).For(Trainers).WithName("FinishWorkshop").WithSummary("Everybody who came is assessed");
        meetings.MapPost("/workshops/{id:guid}/call-off", MoveWorkshop.Cancel).For(Trainers).WithName("CancelWorkshop").WithSummary("Cancel, with the reason");
        meetings.MapPost("/workshops/{id:guid}/sessions/{sessionId:guid}/places", SignUpForTraining.Handle).ForMembers().WithName("SignUpForTraining").WithSummary("Take a place, oneself or for somebody whom one trains");
        meetings.MapPost("/workshops/{id:guid}/sessions/{sessionId:guid}/places/give-up", SignUpForTraining.GiveUp).ForMembers().WithName("GiveUpTraining").WithSummary("Give a place up");
        meetings.MapPost("/workshops/{id:guid}/sessions/{sessionId:guid}/attendance", MarkAttendance.Handle).For(Trainers).WithName("MarkAttendance").WithSummary("Everybody of the session who was there");
        meetings.MapPost("/workshops/{id:guid}/sessions/{sessionId:guid}/check-in", MarkAttendance.CheckIn).ForMembers().WithName("CheckInToTraining").WithSummary("Check oneself in with the code shown in the room");
        meetings.MapPost("/workshops/{id:guid}/assessments", AssessTrainee.Handle).For(Trainers).WithName("AssessTrainee").WithSummary("Scores before and after, and whether they passed");
        meetings.MapPost("/workshops/{id:guid}/certificates", GiveCertificate.Handle).For(Trainers).WithName("GiveCertificate").WithSummary("Give whoever passed a certificate");
        meetings.MapGet("/training/mine", MyTraining.Handle).ForMembers().WithName("MyTraining").WithSummary("The caller's places and certificates");
        meetings.MapGet("/certificates", ReadCertificates.List).For(Readers).WithName("ListCertificates").WithSummary("Certificates by workshop, person and area");
        meetings.MapGet("/certificates/{id:guid}", ReadCertificates.Handle).ForMembers().WithName("GetCertificate").WithSummary("One's own certificate, or one of the reader's areas");
        meetings.MapPost("/certificates/{id:guid}/revoke", GiveCertificate.Revoke).For(Trainers).WithName("RevokeCertificate").WithSummary("Revoke, with the reason");
        meetings.MapGet("/public/{street}/certificates/{number}", ReadCertificates.Check).ForAnyone().WithName("CheckCertificate").WithSummary("What a certificate's number is worth; the name is masked");
    }
}
