using Xunit;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

public sealed class SeatTests(MeetingsWorld world)
{
    private readonly Guid[] _people = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public async Task Roll_HasThoseWhoseTermCoversTheDayOfTheMeeting_AndNobodyElse()
    {
        var (body, _) = await world.Body(seats: 0, area: world.Building21);
        var today = world.Today;
        await Seat(body, (_people[0], null, null), (_people[1], today.AddDays(-30), today.AddDays(-1)), (_people[2], today.AddDays(10), null), (_people[3], today, today));

        var view = await world.Get($"/bodies/{body}");
        var meeting = await world.Planned(body);
        await Must(world.Post($"/{meeting}/convene", new { }));

        Assert.Equal(2, (int)view["seatCount"]!);
        Assert.Equal(4, view["seats"]!.AsArray().Count);
        Assert.Equal(new[] { _people[0], _people[3] }.Select(x => $"{x}").Order(), (await world.Get($"/{meeting}"))["roll"]!.AsArray().Select(x => (string)x!["personId"]!).Order());
        Assert.Equal(2, (int)(await world.Get($"/bodies?limit=100&area={world.Building21}"))["items"]!.AsArray().Single(x => (string)x!["id"]! == $"{body}")!["seats"]!);
    }

    [Fact]
    public async Task Seat_KeptWithoutAFirstDay_KeepsTheOneItHad()
    {
        var (body, _) = await world.Body(seats: 0);
        await Seat(body, (_people[0], world.Today.AddDays(-100), null));
        await Seat(body, (_people[0], null, world.Today.AddDays(3)));

        var seat = (await world.Get($"/bodies/{body}"))["seats"]![0]!;
        Assert.Equal((Day(world.Today.AddDays(-100)), Day(world.Today.AddDays(3)), true), ((string)seat["from"]!, (string)seat["to"]!, (bool)seat["held"]!));
    }

    [Fact]
    public async Task Seat_ThatEndsBeforeItBegins_IsRefused()
    {
        var (body, _) = await world.Body(seats: 0);

        Refused(400, "seat.ends-before-it-begins", await world.Send(HttpMethod.Put, $"/bodies/{body}/seats", Seats((_people[0], world.Today, world.Today.AddDays(-1)))));
    }

    private async Task Seat(Guid body, params (Guid, DateOnly?, DateOnly?)[] seats) => await Must(world.Send(HttpMethod.Put, $"/bodies/{body}/seats", Seats(seats)));

    private static object Seats(params (Guid Person, DateOnly? From, DateOnly? To)[] seats) =>
        new { seats = seats.Select(x => new { personId = x.Person, name = "某某", @class = "Residents", from = x.From, to = x.To }) };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
