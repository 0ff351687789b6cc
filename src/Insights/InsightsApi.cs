using Platform.Contracts.Directory.V1;
using Platform.Insights.Features;
using Platform.Kernel.Doors;
using Platform.Kernel.Personal;

namespace Platform.Insights;

/// <summary>Every door of Insights. A timeline is also open to the issue's author: that is asked with the issue in hand.</summary>
public static class InsightsApi
{
    /// <summary>Who may read everything of their area.</summary>
    internal static readonly Role[] Readers =
    [
        Role.CommitteeStaff, Role.BranchSecretary, Role.GridOfficer, Role.BuildingLead, Role.Convenor, Role.StreetOfficer, Role.TenantAdmin,
        Role.OwnersCommittee, Role.PropertyManager,
    ];

    /// <summary>Whom the numbers are for.</summary>
    internal static readonly Role[] Leaders = [Role.CommitteeStaff, Role.BranchSecretary, Role.StreetOfficer, Role.TenantAdmin];

    public static void MapInsights(this IEndpointRouteBuilder app)
    {
        var insights = app.MapDoors("/api/v1/insights").WithTags("Insights");

        insights.MapPost("/public/{street}/timelines/{number}", LookUpTimeline.Handle).ForAnyone().WithName("LookUpTimeline").WithSummary("The steps of an issue through all services, by receipt number and phone");

        insights.MapGet("/timelines/{receiptNumber}", ShowTimeline.Handle).ForMembers().WithName("ShowTimeline").WithSummary("Every step of an issue through all services");
        insights.MapGet("/rates", ShowRates.Handle).For(Leaders).WithName("ShowRates").WithSummary("A month's numbers of an area and of the areas right below it");
        insights.MapGet("/rates/compared", CompareRates.Handle).For(Leaders).WithName("CompareRates").WithSummary("The three rates by area, category or handler, several months side by side");
        insights.MapGet("/triage", ShowTriage.Handle).For(Leaders).WithName("ShowTriage").WithSummary("How a month's issues were triaged: by size, at which level settled, how soon");
        insights.MapGet("/issues", ListCountedIssues.Handle).For(Leaders).WithName("ListCountedIssues").WithSummary("The issues that a number counts");
        insights.MapGet("/happenings", ListHappenings.Handle).For(Leaders).WithName("ListHappenings").WithSummary("The meetings, activities, services or missed meetings that a number counts");
        insights.MapGet("/solved", ShowSolved.Handle).For(Leaders).WithName("ShowSolved").WithSummary("What meetings solved over some months, body by body: issues resolved and then verified");
        insights.MapGet("/solved/issues", ShowSolved.List).For(Leaders).WithName("ListSolvedIssues").WithSummary("The issues behind that number");
        insights.MapPersonalData();
        insights.MapPost("/rebuild", Rebuild.Handle).For(Role.TenantAdmin, Role.Operator).WithName("Rebuild").WithSummary("Throw the read models of the street away and make them again from the stored facts");
    }
}
