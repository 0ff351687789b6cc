using NetVips;
using static Platform.Meetings.Tests.MeetingsWorld;

namespace Platform.Meetings.Tests;

/// <summary>Something real for each door of plans and discussions.</summary>
internal static class PlanThings
{
    /// <returns>Null for the doors of others.</returns>
    public static async Task<object[]?> Of(MeetingsWorld world, string door)
    {
        if (door.Contains("{itemId", StringComparison.Ordinal) && door.Contains("/discussion", StringComparison.Ordinal))
        {
            var (meeting, item) = await world.OnAgenda(await world.Plan(), open: false);
            return [meeting, item];
        }

        if (door.Contains("{drawingId", StringComparison.Ordinal)) return [await Drawn(world)];
        if (!door.Contains("/plans/", StringComparison.Ordinal) && !door.Contains("/discussion/{pointId", StringComparison.Ordinal)) return null;
        var (garden, round) = await world.Asked();
        if (door.Contains("{roundId", StringComparison.Ordinal)) return [garden.Plan, round];
        if (door.Contains("{opinionId", StringComparison.Ordinal)) return [await world.Objects(garden.Plan, round, garden.Named[0])];
        if (door.Contains("{interviewId", StringComparison.Ordinal)) return [Id(await Must(world.Interview(garden.Plan)))];
        if (door.Contains("{pointId", StringComparison.Ordinal)) return [await Said(world, garden.Plan, round, garden.Named[0])];
        return [garden.Plan];
    }

    public static async Task Settle(MeetingsWorld world, Guid person)
    {
        var (garden, round) = await world.Asked();
        await Must(world.TypeIn(garden.Plan, round, person, "Objection", text: "蚊虫多"));
        await Said(world, garden.Plan, round, person);
        await world.Close(garden.Plan, round);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
    }

    private static async Task<Guid> Said(MeetingsWorld world, Guid plan, Guid round, Guid who)
    {
        world.Directory.Give(who, Contracts.Directory.V1.Role.Resident, world.Neighbourhood, MeetingsWorld.NeighbourhoodPath);
        ((Kernel.Doors.MembershipMemory)world.Services.GetService(typeof(Kernel.Doors.MembershipMemory))!).Forget(who);
        return Id(await Must(world.Post($"/plans/{plan}/rounds/{round}/discussion", new { side = "For", text = "赞成" }, who)));
    }

    private static async Task<Guid> Drawn(MeetingsWorld world)
    {
        var (garden, drawing) = (await world.Plan(), Id(await Must(world.UploadDrawing(Image.Black(8, 8, bands: 3).PngsaveBuffer()))));
        await Must(world.Post($"/plans/{garden.Plan}/versions", new { text = "第一版", drawingIds = new[] { drawing } }));
        return drawing;
    }
}
