using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>A council of the bench's own, so that nobody else's meeting takes its issues.</summary>
internal sealed class Council(Guid body)
{
    private static readonly Seat[] Seats =
    [
        new(Zhangmiao.Person(7), "刘建华", "Branch"), new(Zhangmiao.Person(8), "黄伟民", "OwnersCommittee"), new(Zhangmiao.Person(9), "马军", "PropertyManager"), new(Zhangmiao.Person(13), "朱桂英", "Residents"),
    ];

    public Guid Body => body;

    public static async Task<Council> Found(Stage stage, string what)
    {
        var secretary = await Player.SignIn(stage.Street("zhangmiao"), Zhangmiao.Phone(7));
        return new Council(await secretary.Found("RedCouncil", Zhangmiao.Neighbourhood, $"{what}议事会 {Guid.CreateVersion7():n}"[..30], Seats));
    }

    /// <summary>A meeting that is in session with everybody there.</summary>
    public async Task<Guid> Meet(Player staff, params Guid[] issues)
    {
        var starts = TimeProvider.System.GetUtcNow().AddMinutes(5);
        var place = $"测量室{Guid.CreateVersion7():n}";
        var meeting = issues.Length > 0 ? await staff.Plan(body, starts, place, issues) : await staff.PlanFree(body, starts, place, "测量用议题");
        await staff.Convene(meeting, "测量");
        await staff.Open(meeting);
        await staff.CheckIn(meeting, [.. Seats.Select(x => x.PersonId)]);
        return meeting;
    }

    /// <summary>And one with a vote that is open.</summary>
    public async Task<(Guid Meeting, Guid Vote)> OpenVote(Player staff)
    {
        var meeting = await Meet(staff);
        var item = MeetingActs.IdOf((await staff.Meeting(meeting)).GetProperty("items")[0]);
        return (meeting, await staff.OpenVote(meeting, item, "是否同意？"));
    }

    /// <summary>Three hands are seen, and the vote passes.</summary>
    public static async Task Pass(Player staff, Guid meeting, Guid item)
    {
        var vote = await staff.OpenVote(meeting, item, "是否同意？");
        foreach (var seat in Seats.Take(3)) await staff.Vote(meeting, vote, "For", seat.PersonId);
        await staff.CloseVote(meeting, vote);
    }
}
