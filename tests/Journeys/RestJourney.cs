using System.Text.Json;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.Journeys.Stage;

namespace Platform.Journeys;

/// <summary>
/// The loop that must close, through the gateway's REST API alone: one issue from a poster in building 12 to a rating of 5, through every
/// service and back, under one receipt number.
/// </summary>
public sealed partial class RestJourney(StartedPlatform platform) : Journey(platform)
{
    private static readonly Tale DeadCorner = new("高压线下的死角又脏又臭", "12号楼背后高压线下面的空地没人管，堆满建筑垃圾，夏天蚊子多、有异味，老人小孩都绕着走。", "environment", Zhangmiao.Building(12))
    {
        Campaign = "poster-12",
    };

    // Whose story it is: the author and two neighbours by phone and code alone, the others as Directory's demonstration has them.
    private Player _author = null!, _neighbour = null!, _other = null!, _staff = null!, _verifier = null!, _secretary = null!, _owners = null!, _property = null!, _gardener = null!;
    private Receipt _receipt = null!;
    private Guid _meeting;

    [Fact]
    public async Task OneIssue_FollowedThroughEverything_Closes()
    {
        (_author, _neighbour, _other) = (await NewResident(), await NewResident(), await NewResident());
        (_staff, _verifier, _secretary) = (await SignIn(5), await SignIn(6), await SignIn(7));
        (_owners, _property, _gardener) = (await SignIn(8), await SignIn(9), await SignIn(13));

        await ResidentsReport_StaffMergeAndTriage();
        await RedCouncil_Decides();
        await Partners_Build();
        await Volunteers_Keep();
        await Property_Clears();
        await AnotherVerifies_AuthorIsSatisfied();
        await Timeline_ShowsEveryStep();
    }

    [Fact]
    public async Task ADissatisfiedAuthor_HasItWorkedOnAgain()
    {
        var (author, staff, verifier, property) = (await NewResident(), await SignIn(5), await SignIn(6), await SignIn(9));
        var issue = await author.Report(new Tale("14号楼三楼感应灯不亮", "楼道灯坏了一个星期，晚上老人上下楼看不见台阶。", "facilities", Zhangmiao.Building(14)));
        await staff.Accept(issue.Id);
        await staff.Triage(issue.Id, "Small", "物业可直接处理", fastLane: true);
        await staff.Give(issue.Id, "Property", "更换三楼感应灯", Clock.Today.AddDays(3));
        await property.DoActions(issue.Id, "Property", "已更换灯泡");
        await verifier.Verify(issue.Id, true, "现场查看，灯亮");

        Assert.Equal("InAction", await author.Rate(issue.Id, 2, "第二天又不亮了"));
        Assert.Equal(1, (await staff.Issue(issue.Id)).GetProperty("reopened").GetInt32());

        await staff.Give(issue.Id, "Property", "更换线路和灯座", Clock.Today.AddDays(3));
        await property.DoActions(issue.Id, "Property", "线路、灯座已更换");
        await verifier.Verify(issue.Id, true, "连续三天查看，正常");
        Assert.Equal("Closed", await author.Rate(issue.Id, 4, "这次修好了"));
        Assert.Contains("第二天又不亮了", (await Gateway.LookUp(issue.Number, author.Phone)).GetRawText(), StringComparison.Ordinal);
    }

    private async Task ResidentsReport_StaffMergeAndTriage()
    {
        var (key, photo) = ($"report-{Guid.CreateVersion7()}", Drawing.Of(12));
        _receipt = await _author.ReportWithPhoto(DeadCorner, photo, key);
        Assert.Matches(@"^310113008-\d{4}-\d{6}$", _receipt.Number);
        Assert.Equal(_receipt, await _author.ReportWithPhoto(DeadCorner, photo, key));

        var twin = await _neighbour.Report(DeadCorner with { Title = "高压线下垃圾堆", Campaign = "poster-12" });
        var third = await _other.Report(DeadCorner with { Title = "13号楼旁荒地有老鼠", AreaId = Zhangmiao.Building(13), Campaign = null });
        var seen = await _staff.Issue(_receipt.Id);
        Assert.Equal(("Submitted", "Poster", "poster-12", 1), (seen.GetProperty("status").GetString(), seen.GetProperty("channel").GetString(),
            seen.GetProperty("campaign").GetString(), seen.GetProperty("photoIds").GetArrayLength()));
        await Refused("auth.no-right", () => _author.Accept(_receipt.Id));

        await _staff.Accept(_receipt.Id);
        await _staff.Post($"/api/v1/issues/{_receipt.Id}/handler", new { personId = _staff.Id });
        foreach (var same in (Receipt[])[twin, third]) await _staff.Merge(same.Id, _receipt.Id, "同一处死角");
        Assert.Equal(_receipt.Number, (await Gateway.LookUp(twin.Number, _neighbour.Phone)).GetProperty("mergedIntoReceipt").GetString());
        Assert.Equal(2, (await _staff.Issue(_receipt.Id)).GetProperty("merged").GetArrayLength());

        await _staff.Triage(_receipt.Id, "Hard", "涉及电力、绿化、物业多方，影响五幢楼");
        var triaged = await _staff.Issue(_receipt.Id);
        Assert.Equal(("Triaged", "Neighbourhood"), (triaged.GetProperty("status").GetString(), triaged.GetProperty("deliberationLevel").GetString()));
        await Refused("issue.cannot-move", () => _staff.Accept(_receipt.Id));
    }

    private async Task RedCouncil_Decides()
    {
        var hall = (await _staff.Bodies(Zhangmiao.Neighbourhood, "NeighbourhoodHall")).Single().GetProperty("id").GetGuid();
        Assert.Equal(DeadCorner.Text, (await _staff.Waits(hall, _receipt.Id)).GetProperty("text").GetString());
        Seat[] seats =
        [
            new(_secretary.Id, "刘建华", "Branch"), new(_owners.Id, "黄伟民", "OwnersCommittee"), new(_property.Id, "马军", "PropertyManager"),
            new(_gardener.Id, "朱桂英", "Residents"), new(Zhangmiao.Person(14), "钱晓明", "Residents"), new(Zhangmiao.Person(15), "吴秀珍", "Residents"),
        ];
        var council = await _secretary.Found("RedCouncil", Zhangmiao.Neighbourhood, $"红色议事会（{_receipt.Number[^6..]}）", seats);

        var day = Clock.Today.AddDays(7);
        _meeting = await _staff.Plan(council, Clock.At(day, 19), "小区议事厅", _receipt.Id);
        await _staff.Convene(_meeting);
        await _staff.Reaches(_receipt.Id, "InDeliberation");
        await Refused("meeting.not-yet", () => _staff.Post($"/api/v1/meetings/{_meeting}/open"));

        await Clock.PassTo(Clock.At(day, 19));
        var code = (await _staff.Open(_meeting)).GetProperty("checkInCode").GetString();
        var item = await _staff.ItemAbout(_meeting, _receipt.Id);
        Assert.False((await _staff.CheckIn(_meeting, _secretary.Id, _owners.Id, _gardener.Id)).GetProperty("reached").GetBoolean());
        await Refused("meeting.no-quorum", () => _staff.OpenVote(_meeting, item, "是否改造"));
        await _property.Post($"/api/v1/meetings/{_meeting}/check-in", new { code });
        Assert.True((await _staff.Meeting(_meeting)).GetProperty("quorum").GetProperty("reached").GetBoolean());

        var vote = await _staff.OpenVote(_meeting, item, "是否将高压线下空地改造为生境花园？");
        foreach (var (voter, choice) in new[] { (_secretary, "For"), (_owners, "Against"), (_property, "For"), (_owners, "For") }) await voter.Vote(_meeting, vote, choice);
        await _staff.Vote(_meeting, vote, "Abstain", _gardener.Id);
        await Refused("meeting.not-checked-in", () => _staff.Vote(_meeting, vote, "For", Zhangmiao.Person(15)));
        var result = await _staff.CloseVote(_meeting, vote);
        Assert.Equal((3, 0, 1, true), (result.GetProperty("for").GetInt32(), result.GetProperty("against").GetInt32(),
            result.GetProperty("abstain").GetInt32(), result.GetProperty("passed").GetBoolean()));

        await _staff.Resolve(_meeting, item, "将高压线下空地改造为生境花园，三方分工、居民共管。", "安全距离已核实，居民一致希望整治。",
            new GivenAction("Property", "清运建筑垃圾，平整场地", Clock.Today.AddDays(7), Zhangmiao.Grid(2)),
            new GivenAction("Partner", "设计并营造生境花园", Clock.Today.AddDays(60)),
            new GivenAction("Volunteers", "花园日常养护：首次集体劳动", Clock.Today.AddDays(14)));
        await _staff.ConcludeWithMinutes(_meeting, "应到六人，实到四人，符合议事规则。三票赞成，一票弃权，通过。");
        await _staff.Reaches(_receipt.Id, "InAction");
        Assert.Equal(3, (await _staff.Issue(_receipt.Id)).GetProperty("actions").GetArrayLength());
    }

    private static T[] Each<T>(JsonElement list, Func<JsonElement, T> read) => [.. list.EnumerateArray().Select(read)];
}
