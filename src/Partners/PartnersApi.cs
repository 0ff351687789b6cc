using Platform.Contracts.Directory.V1;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;
using Platform.Partners.Features;

namespace Platform.Partners;

/// <summary>Every door of Partners. A unit's contact passes for its own unit alone: that is asked with the unit in hand.</summary>
public static class PartnersApi
{
    /// <summary>Who answers for co-building in an area.</summary>
    internal static readonly Role[] Staff = [Role.CommitteeStaff, Role.BranchSecretary];

    /// <summary>Who may look at the three lists in an area.</summary>
    internal static readonly Role[] Readers = [.. Staff, Role.StreetOfficer, Role.PartnerContact];

    private static readonly Role[] StaffOrContact = [.. Staff, Role.PartnerContact];

    public static void MapPartners(this IEndpointRouteBuilder app)
    {
        var partners = app.MapDoors("/api/v1/partners");
        partners.MapGet("/categories", ListCategories.Handle).ForMembers().WithTags("Categories").WithName("ListCategories").WithSummary("What needs and resources are about").Whole("a fixed list of a dozen");

        partners.MapGet("/to-do", ToDo.Handle).For(StaffOrContact).WithTags("Needs").WithName("PartnersToDo").WithSummary("What waits for staff, or for a unit's contact").Whole("the first eight of each kind, and how many there are");

        var units = app.MapDoors("/api/v1/partners/units").WithTags("Units");
        units.MapGet("/", ListUnits.Handle).For(Readers).WithName("ListUnits").WithSummary("Units, newest first");
        units.MapPost("/", JoinUnit.Handle).For(Staff).WithName("JoinUnit").WithSummary("A unit joins");
        units.MapPut("/{id:guid}", ChangeUnit.Handle).For(Staff).WithName("ChangeUnit").WithSummary("Change a unit's name or contact");

        var resources = app.MapDoors("/api/v1/partners/resources").WithTags("Resources");
        resources.MapGet("/", ListResources.Handle).For(Readers).WithName("ListResources").WithSummary("Resources, newest first");
        resources.MapPost("/", OfferResource.Handle).For(StaffOrContact).WithName("OfferResource").WithSummary("A unit offers something");
        resources.MapPost("/{id:guid}/withdraw", WithdrawResource.Handle).For(StaffOrContact).WithName("WithdrawResource").WithSummary("Nothing more is promised of it");

        app.MapDoors("/api/v1/partners").WithTags("People").MapPersonalData();

        var needs = app.MapDoors("/api/v1/partners/needs").WithTags("Needs");
        needs.MapGet("/", ListNeeds.Handle).For(Readers).WithName("ListNeeds").WithSummary("Needs, newest first");
        needs.MapGet("/{id:guid}", ReadNeed.Handle).For(Readers).WithName("ReadNeed").WithSummary("One need, with its service records");
        needs.MapPost("/", PublishNeed.Handle).For(Staff).WithName("PublishNeed").WithSummary("Put a need on the list");
        needs.MapPut("/{id:guid}", SpecifyNeed.Handle).For(Staff).WithName("SpecifyNeed").WithSummary("Sort and count an open need");
        needs.MapGet("/{id:guid}/suggestions", SuggestResources.Handle).For(Staff).WithName("SuggestResources").WithSummary("Resources that fit, the best first").Whole("the best ten; nobody reads the tenth page of what fits worse");
        needs.MapPost("/{id:guid}/match", MatchNeed.Handle).For(Staff).WithName("MatchNeed").WithSummary("Confirm that this resource meets the need");
        needs.MapPost("/{id:guid}/release", ReleaseNeed.Handle).For(StaffOrContact).WithName("ReleaseNeed").WithSummary("The unit can't after all: open again");
        needs.MapPost("/{id:guid}/services", RecordService.Handle).For(StaffOrContact).WithName("RecordService").WithSummary("Record the service that was held");
        needs.MapPost("/{id:guid}/confirm", ConfirmService.Handle).For(Staff).WithName("ConfirmService").WithSummary("The committee finds it done");
        needs.MapPost("/{id:guid}/send-back", SendServiceBack.Handle).For(Staff).WithName("SendServiceBack").WithSummary("The committee doesn't find it done");
        needs.MapPost("/{id:guid}/decline", DeclineNeed.Handle).For(Staff).WithName("DeclineNeed").WithSummary("Nobody will do it: it ends, with an official reason");
    }
}
