using Platform.Kernel.Refusals;

namespace Platform.Directory.Domain;

/// <summary>Everything that Directory will not do.</summary>
public static class DirectoryRefusals
{
    public static readonly Refusal UnknownTimeZone = new("time-zone.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownCalendarYear = new("calendar.unknown-year", StatusCodes.Status404NotFound);
    public static readonly Refusal BadCalendarRow = new("calendar.bad-row", StatusCodes.Status400BadRequest);
    public static readonly Refusal EmptyCalendar = new("calendar.empty", StatusCodes.Status400BadRequest);
    public static readonly Refusal CalendarWithoutSource = new("calendar.no-source", StatusCodes.Status400BadRequest);
    public static readonly Refusal StreetCodeTaken = new("street.code-taken");
    public static readonly Refusal NothingBelowBuildings = new("area.wrong-level");
    public static readonly Refusal AreaCodeTaken = new("area.code-taken");
    public static readonly Refusal BadOutline = new("area.bad-outline", StatusCodes.Status400BadRequest);
    public static readonly Refusal NoVenueOfStreets = new("venue.not-for-streets");
    public static readonly Refusal NotABuilding = new("person.home-is-no-building", StatusCodes.Status400BadRequest);
    public static readonly Refusal PhoneTaken = new("person.phone-taken");
    public static readonly Refusal InOffice = new("person.in-office");
    public static readonly Refusal AccountTaken = new("account.taken");
    public static readonly Refusal BadAccountName = new("account.bad-name", StatusCodes.Status400BadRequest);
    public static readonly Refusal UnknownPerson = new("person.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal EndsBeforeItBegins = new("membership.ends-before-it-begins", StatusCodes.Status400BadRequest);
    public static readonly Refusal AlreadyEnded = new("membership.ended");
    public static readonly Refusal AlreadyHeld = new("membership.already-held");
    public static readonly Refusal NotYoursToGive = new("membership.not-yours-to-give", StatusCodes.Status403Forbidden);
    public static readonly Refusal UnknownScope = new("integrator.scope-unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal IntegratorClosed = new("integrator.closed");
    public static readonly Refusal CodeTooSoon = new("code.too-soon", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal CodesUsedUp = new("code.too-many-today", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal StreetTooBusy = new("code.street-too-busy", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal WrongCode = new("code.wrong", StatusCodes.Status400BadRequest);
    public static readonly Refusal SignInAgain = new("sign-in.again", StatusCodes.Status400BadRequest);
}
