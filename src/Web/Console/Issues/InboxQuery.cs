using Platform.Web.Clients.Issues;
using Platform.Web.Kit;

namespace Platform.Web.Console.Issues;

/// <summary>The inbox's address, read: what is not understood is not asked for.</summary>
public sealed class InboxQuery(IQueryCollection query)
{
    private static readonly string[] BehindTheFold = ["scale", "category", "channel", "from", "to", "due", "overdue", "appeals", "asked", "unconfirmed", "campaign", "campaignCode", "firstTime", "open"];

    public const string Urgent = "urgent", Newest = "newest";

    /// <summary>What stands in the address, as it was typed.</summary>
    public string? this[string name] => query[name].ToString() is { Length: > 0 } value ? value : null;

    // Whoever opens the inbox is shown what is due first; whoever looks for something, all of it.
    public string Order => this["order"] is Urgent or Newest ? this["order"]!
        : Due is not null || query.Keys.All(x => x is "after" or "order" || this[x] is null) ? Urgent : Newest;

    /// <summary>Whether a filter is set that the first line does not show.</summary>
    public bool HasMore => BehindTheFold.Any(x => this[x] is not null);

    private string? Due => this["due"] ?? (this["overdue"] is "true" ? "overdue" : null);

    public Task<PageOfListIssuesRow> List(IssuesClient issues, Dates dates, string? after = null, int? limit = null) => issues.ListIssuesAsync(
        status: Of<IssueStatus>("status") is { } status ? [status] : null, areaId: Area, scale: Of<Scale>("scale"), category: this["category"],
        channel: Of<Channel>("channel") is { } channel ? [channel] : null, from: Typed.Day(this["from"]), to: Typed.Day(this["to"]), q: this["q"],
        mine: Mine, handlerId: Typed.IdOrNone(this["handler"]), unassigned: Unassigned, appeals: Flag("appeals"), asked: Flag("asked"), overdue: Overdue,
        dueBy: DueBy(dates), unconfirmed: Flag("unconfirmed"), campaign: this["campaign"], campaignCode: this["campaignCode"], firstTime: Flag("firstTime"), open: Flag("open"),
        byLateness: Order is Urgent ? true : null, after: after ?? this["after"], limit: limit);

    /// <summary>The same as a filter, for what is done with all of it.</summary>
    public IssueFilter Filter(Dates dates) => new(
        appeals: Flag("appeals"), areaId: Area, asked: Flag("asked"), byLateness: Order is Urgent ? true : null, campaign: this["campaign"], campaignCode: this["campaignCode"], category: this["category"],
        channel: Of<Channel>("channel") is { } channel ? [channel] : null, dueBy: DueBy(dates), externalNumber: null, firstTime: Flag("firstTime"), from: Typed.Day(this["from"]), handlerId: Typed.IdOrNone(this["handler"]),
        mergedInto: null, mine: Mine, open: Flag("open"), overdue: Overdue, q: this["q"], scale: Of<Scale>("scale"), status: Of<IssueStatus>("status") is { } status ? [status] : null,
        raisedOn: null, to: Typed.Day(this["to"]), unassigned: Unassigned, unconfirmed: Flag("unconfirmed"));

    /// <summary>The same as an address of the API, for the export.</summary>
    public string AsApi(Dates dates)
    {
        var pairs = new Dictionary<string, string?>
        {
            ["status"] = Of<IssueStatus>("status")?.ToString(), ["areaId"] = Area?.ToString(), ["scale"] = Of<Scale>("scale")?.ToString(),
            ["category"] = this["category"], ["channel"] = Of<Channel>("channel")?.ToString(), ["from"] = Typed.Typing(Typed.Day(this["from"])), ["to"] = Typed.Typing(Typed.Day(this["to"])),
            ["q"] = this["q"], ["mine"] = Say(Mine), ["handlerId"] = Typed.IdOrNone(this["handler"])?.ToString(), ["unassigned"] = Say(Unassigned), ["appeals"] = Say(Flag("appeals")),
            ["asked"] = Say(Flag("asked")), ["overdue"] = Say(Overdue), ["dueBy"] = Typed.Typing(DueBy(dates)), ["unconfirmed"] = Say(Flag("unconfirmed")),
            ["campaign"] = this["campaign"], ["campaignCode"] = this["campaignCode"], ["firstTime"] = Say(Flag("firstTime")), ["open"] = Say(Flag("open")),
        };
        return QueryString.Create(pairs.Where(x => x.Value is not null)).ToString();
    }

    private Guid? Area => Typed.IdOrNone(this["area"]);
    private bool? Mine => this["handler"] is "me" || this["mine"] is "true" ? true : null;
    private bool? Unassigned => this["handler"] is "nobody" ? true : null;
    private bool? Overdue => Due is "overdue" ? true : null;

    private DateOnly? DueBy(Dates dates) => Due switch { "today" => dates.Today, "week" => dates.Today.AddDays(7), _ => null };
    private bool? Flag(string name) => this[name] is "true" ? true : null;
    private T? Of<T>(string name) where T : struct, Enum => Enum.TryParse<T>(this[name], out var value) && Enum.IsDefined(value) ? value : null;
    private static string? Say(bool? flag) => flag is true ? "true" : null;
}
