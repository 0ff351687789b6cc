using System.Text.Json;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Chaos;

/// <summary>
/// One path through the loop, again and again: two issues are reported, accepted and triaged, deliberated in one meeting, and resolved with an
/// action for the property company, one for volunteers and one for a partner. What is acknowledged goes into the ledger.
/// </summary>
internal sealed class Worker(Street street, Ledger ledger, Insistence client)
{
    // A meeting may be opened on its day; planned and convened it must be before its hour, however long the platform is away in between.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private const string Issues = "/api/v1/issues", Meetings = "/api/v1/meetings";
    private Guid _council;

    /// <summary>Founds a council of its own, so that no other worker's meeting takes its issues.</summary>
    public async Task Begin(int number) =>
        _council = await street.Secretary.Found("RedCouncil", street.Neighbourhood, $"故障演练议事会 {number} {Guid.CreateVersion7():n}"[..40], street.Seats);

    /// <summary>Goes on until told to stop.</summary>
    public async Task Run(CancellationToken ct)
    {
        var resident = await client.Ask(street.NewResident, ct);
        while (!ct.IsCancellationRequested)
        {
            Guid[] issues = [await Triaged(resident, ct), await Triaged(resident, ct)];
            try
            {
                await Deliberated(issues, ct);
            }
            catch (PlatformRefusedException late) when (late.Code is "meeting.in-the-past")
            {
                // The platform was away until after the meeting's time: the issues wait for another.
            }
            catch (PlatformRefusedException refused)
            {
                ledger.Surprises.Enqueue(refused.Message);
            }
        }
    }

    private async Task<Guid> Triaged(Player resident, CancellationToken ct)
    {
        var word = $"演练{Guid.CreateVersion7():n}";
        var issue = IdOf(await client.Write(key => resident.Post(Issues, new { title = word, text = $"空地无人管理，{word}。", category = "environment", areaId = street.Building }, key), ct));
        ledger.Issues[issue] = word;
        await client.Write(key => street.Staff.Post($"{Issues}/{issue}/accept", (object?)null, key), ct);
        ledger.Acts.Add((issue, "Accepted"));
        await client.Write(key => street.Staff.Post($"{Issues}/{issue}/triage", new { scale = "Hard", fastLane = false, reason = "涉及整个小区" }, key), ct);
        ledger.Acts.Add((issue, "Triaged"));
        return issue;
    }

    private async Task Deliberated(Guid[] issues, CancellationToken ct)
    {
        foreach (var issue in issues) await InInbox(issue, ct);
        var (place, startsAt) = ($"演练室{Guid.CreateVersion7():n}", TimeProvider.System.GetUtcNow() + Ahead);
        var meeting = IdOf(await client.Write(key => street.Staff.Post(Meetings, new { bodyId = _council, startsAt, place, issueIds = issues }, key), ct));
        ledger.Meetings[meeting] = place;
        await client.Write(key => street.Staff.Post($"{Meetings}/{meeting}/convene", new { waiver = "演练" }, key), ct);

        await client.Write(key => street.Staff.Post($"{Meetings}/{meeting}/open", (object?)null, key), ct);
        await client.Write(key => street.Staff.Post($"{Meetings}/{meeting}/check-ins", new { personIds = street.Seats.Select(x => x.PersonId).ToArray() }, key), ct);
        var items = (await client.Ask(() => street.Staff.Meeting(meeting), ct)).GetProperty("items").EnumerateArray().Select(x => (Item: IdOf(x), Issue: x.GetProperty("issueId").GetGuid())).ToArray();
        foreach (var (item, issue) in items) await Resolved(meeting, item, issue, ct);
        await client.Write(key => street.Staff.Post($"{Meetings}/{meeting}/conclude", (object?)null, key), ct);
    }

    private async Task Resolved(Guid meeting, Guid item, Guid issue, CancellationToken ct)
    {
        var path = $"{Meetings}/{meeting}/items/{item}";
        var vote = (await client.Write(key => street.Staff.Post($"{path}/votes", new { question = "是否整治？" }, key), ct)).GetProperty("voteId").GetGuid();
        foreach (var seat in street.Seats.Take(3))
            await client.Write(key => street.Staff.Post($"{Meetings}/{meeting}/votes/{vote}/ballots", new { choice = "For", personId = seat.PersonId }, key), ct);
        await client.Write(key => street.Staff.Post($"{Meetings}/{meeting}/votes/{vote}/close", (object?)null, key), ct);
        ledger.Votes.Add(vote);

        var dueOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(30);
        var actions = ((string[])["Property", "Partner", "Volunteers"]).Select(kind => new { kind, what = "演练行动", dueOn }).ToArray();
        var adopted = await client.Write(
            key => street.Staff.Post($"{path}/resolution", new { text = "整治空地", reasons = "居民一致希望整治", actions }, key), ct);
        ledger.Resolutions.Add(new Adopted(IdOf(adopted), issue, meeting));
    }

    // It comes by event, so it is asked for until it is there.
    private async Task InInbox(Guid issue, CancellationToken ct)
    {
        while (!(await client.Ask(() => street.Staff.Inbox(_council), ct)).Any(x => x.GetProperty("issueId").GetGuid() == issue)) await Task.Delay(200, ct);
    }

    private static Guid IdOf(JsonElement answer) => answer.GetProperty("id").GetGuid();
}
