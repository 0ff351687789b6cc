using Platform.Contracts.Directory.V1;
using Platform.Directory.Data;
using Platform.Directory.Features;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;

namespace Platform.Directory;

/// <summary>Every door of Directory, and who may pass it. Those of signing in are in SignIn/SignInEndpoints.cs.</summary>
internal static class DirectoryApi
{
    private static readonly Role[] Keepers = PeopleInAreas.Keepers, Officers = [.. PeopleInAreas.Keepers, Role.StreetOfficer];

    public static void MapDirectory(this IEndpointRouteBuilder app)
    {
        var directory = app.MapDoors("/api/v1/directory").WithTags("Directory");

        directory.MapGet("/public/streets", FoundStreet.List).ForAnyone().WithName("ListStreets").WithSummary("The streets on this platform");
        directory.MapPost("/streets", FoundStreet.Handle).For(Role.Operator).WithName("FoundStreet").WithSummary("Put a street's office on the platform");
        directory.MapPost("/public/{street}/codes", SendCode.Handle).ForAnyone().WithName("SendCode").WithSummary("Send a one-time code to a phone");

        directory.MapGet("/me", ShowMe.Show).ForMembers().WithName("ShowMe").WithSummary("Whoever calls, and their roles today");
        directory.MapPut("/me", ShowMe.Change).ForMembers().WithName("ChangeMe").WithSummary("What a person says of themselves");
        directory.MapPost("/me/erase", ErasePerson.Myself).ForMembers().WithName("EraseMe").WithSummary("Erase what is kept of me, in every service");
        directory.MapGet("/settings", ConfigureStreet.Show).ForMembers().WithName("ShowSettings").WithSummary("The street's settings");
        directory.MapPut("/settings", ConfigureStreet.Change).For(Role.TenantAdmin).WithName("ChangeSettings").WithSummary("Change the street's settings");

        directory.MapGet("/calendar", KeepCalendar.List).ForMembers().WithName("ListCalendarYears").WithSummary("The years of the street's working calendar").Whole("one row a year");
        directory.MapGet("/calendar/{year:int}", KeepCalendar.Show).ForMembers().WithName("GetCalendarYear").WithSummary("A year's days off and the weekend days worked instead");
        directory.MapPut("/calendar/{year:int}", KeepCalendar.Import).For(Role.TenantAdmin).WithName("ImportCalendarYear").WithSummary("Put a year in, or put it right, from a notice's table");

        directory.MapGet("/public/{street}/areas", ShowAreas.Public).ForAnyone().WithName("ListPlaces").WithSummary("A street's areas, for forms").Whole("a tree is of use only whole, and a street has hundreds of areas");
        directory.MapGet("/areas", ShowAreas.All).ForMembers().WithName("ListAreas").WithSummary("The whole tree of areas").Whole("a tree is of use only whole, and a street has hundreds of areas");
        directory.MapGet("/areas/vacancies", ShowAreas.Vacancies).For(Officers).WithName("ListVacancies").WithSummary("Grids and buildings without a responsible person").Whole("no longer than the tree of areas, which it is laid over");
        directory.MapGet("/areas/{id:guid}", ShowAreas.One).ForMembers().WithName("GetArea").WithSummary("One area");
        directory.MapGet("/areas/{id:guid}/map", DrawAreas.Handle).ForMembers().WithName("DrawAreas").WithSummary("An area and those below it, as they were drawn").Whole("a map is of use only whole, and a street has hundreds of areas");
        directory.MapPost("/areas", KeepAreas.Add).For(Role.TenantAdmin).WithName("AddArea").WithSummary("Add an area below another");
        directory.MapPut("/areas/{id:guid}", KeepAreas.Change).For(Role.TenantAdmin).WithName("ChangeArea").WithSummary("Describe an area anew");

        directory.MapGet("/venues", KeepVenues.List).ForMembers().WithName("ListVenues").WithSummary("Places to meet");
        directory.MapGet("/venues/gaps", KeepVenues.Gaps).ForMembers().WithName("ListVenueGaps").WithSummary("Areas without their venue").Whole("no longer than the tree of areas, which it is laid over");
        directory.MapPost("/venues", KeepVenues.Open).For(Role.TenantAdmin).WithName("OpenVenue").WithSummary("Open a venue in an area");
        directory.MapPut("/venues/{id:guid}", KeepVenues.Change).For(Role.TenantAdmin).WithName("ChangeVenue").WithSummary("Change, close or open a venue");

        directory.MapGet("/people", FindPeople.List).For(Keepers).WithName("ListPeople").WithSummary("People of the caller's areas, phones masked");
        directory.MapPost("/people", KeepPeople.Add).For(Keepers).WithName("AddPerson").WithSummary("Write a person down");
        directory.MapPost("/people/find", FindPeople.WithPhone).For(Keepers).WithName("FindPersonByPhone").WithSummary("The person with exactly this phone; put on record");
        directory.MapPost("/people/names", FindPeople.Names).ForMembers().WithName("NamePeople").WithSummary("Names to show for ids");
        directory.MapGet("/people/{id:guid}", FindPeople.One).For(Keepers).WithName("GetPerson").WithSummary("One person, phone masked");
        directory.MapPut("/people/{id:guid}", KeepPeople.Change).For(Keepers).WithName("ChangePerson").WithSummary("Change what is known of a person");
        directory.MapGet("/people/{id:guid}/phone", FindPeople.ReadPhone).For(Keepers).WithName("ReadPhone").WithSummary("A person's phone in full; put on record");
        directory.MapPost("/people/{id:guid}/erase", ErasePerson.Other).For(Role.TenantAdmin).WithName("ErasePerson").WithSummary("Erase what is kept of a person, at their request");
        directory.MapPost("/people/{id:guid}/account", KeepPeople.MakeAccount).For(Role.TenantAdmin).WithName("MakeAccount").WithSummary("Give a person an account");

        directory.MapPersonalData();

        directory.MapGet("/integrators", KeepIntegrators.List).For(Role.TenantAdmin).WithName("ListIntegrators").WithSummary("Systems that work for the street").Whole("a street has a handful");
        directory.MapPost("/integrators", KeepIntegrators.Register).For(Role.TenantAdmin).WithName("RegisterIntegrator").WithSummary("Register one, with the APIs that it may use");
        directory.MapPost("/integrators/{id:guid}/secret", KeepIntegrators.ChangeSecret).For(Role.TenantAdmin).WithName("ChangeSecret").WithSummary("Give it another secret");
        directory.MapPost("/integrators/{id:guid}/open311-key", KeepIntegrators.NewKey).For(Role.TenantAdmin).WithName("ChangeOpen311Key").WithSummary("Give it a key for Open311, in place of the one before");
        directory.MapPost("/integrators/{id:guid}/close", KeepIntegrators.Close).For(Role.TenantAdmin).WithName("CloseIntegrator").WithSummary("Let it in no longer, and end its roles");

        directory.MapGet("/memberships", GiveRole.List).ForMembers().WithName("ListMemberships").WithSummary("Who holds what");
        directory.MapPost("/memberships", GiveRole.Give).For([.. Keepers, Role.Operator]).WithName("GiveRole").WithSummary("Give a role for a term");
        directory.MapPost("/memberships/{id:guid}/end", GiveRole.End).For([.. Keepers, Role.Operator]).WithName("EndRole").WithSummary("End a role");
    }
}
