using Platform.Contracts.Directory.V1;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Worlds;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>Near duplicates, by words and place.</summary>
public sealed class AlikeTests(IssuesWorld world)
{
    private const string Here = "s/n/g1/12/", NextDoor = "s/n/g1/13/", Elsewhere = "s/n/g2/21/";

    [Theory]
    [InlineData("三号门口路灯不亮", "路灯不亮，三号门口", Elsewhere, true)]
    [InlineData("屋顶漏水", "楼顶漏水严重", Here, true)]
    [InlineData("12号楼电梯坏了", "电梯坏了没有人修", NextDoor, true)]
    [InlineData("路灯不亮", "路灯太亮", Elsewhere, false)]
    [InlineData("希望加装电梯", "垃圾房太脏", Here, false)]
    [InlineData("LED LAMP broken", "led lamp broken!", Elsewhere, true)]
    [InlineData("！！！", "？？？", Here, false)]
    public void Likeness_IsOfWordsAndPlace(string one, string other, string otherPath, bool alike)
    {
        var (a, b) = (new Likeness(one, null, Here), new Likeness(other, null, otherPath));

        Assert.Equal(alike, a.To(b) >= Likeness.Worth);
        Assert.Equal(a.To(b), b.To(a));
    }

    [Fact]
    public async Task Desk_IsOfferedTheOpenOnesOfTheNeighbourhood_ThatItReads()
    {
        var (issue, alike) = (await world.Reported(title: "北门花坛里有人养鸡"), await world.Reported(world.Building13, "北门花坛有人养鸡，很臭"));
        var other = await world.Reported(title: "屋面瓦片松动要掉", text: "刮风的日子要当心，请派人修。");
        var declined = await world.Reported(title: "北门花坛里有人养鸡");
        await Send(world.Staff(), $"{declined.Door}/decline", new { reason = "重复" });

        var offered = (await world.Staff().GetFromJsonAsync<List<FindAlike.View>>($"{issue.Door}/alike", Json))!;

        Assert.Equal(alike.Id, offered[0].Id);
        Assert.Equal(alike.Receipt, offered[0].ReceiptNumber);
        Assert.DoesNotContain(offered, x => x.Id == other.Id || x.Id == declined.Id || x.Id == issue.Id);
        var lead = world.As(world.Somebody(Role.BuildingLead, world.Building12, PlacesWorld<Program, IssuesDb>.Grid1Path + "12/"));
        Assert.DoesNotContain((await lead.GetFromJsonAsync<List<FindAlike.View>>($"{issue.Door}/alike", Json))!, x => x.Id == alike.Id);
    }

    [Fact]
    public async Task Public_IsOfferedWhatIsOnTheBoard_WithoutItsNumber()
    {
        var shown = await world.Reported(title: "地下车库积水很深");
        var hidden = await world.Reported(title: "地下车库积水很深");
        (await Send(world.Staff(), $"{shown.Door}/accept")).EnsureSuccessStatusCode();

        var text = await world.Anonymous().GetStringAsync($"{Root}/public/zhangmiao/alike?title={Uri.EscapeDataString("车库积水")}&areaId={world.Building12}");

        Assert.Contains($"{shown.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{hidden.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(shown.Receipt, text, StringComparison.Ordinal);
        Assert.Equal("[]", await world.Anonymous().GetStringAsync($"{Root}/public/zhangmiao/alike"));
        await Refused("area.unknown", await world.Anonymous().GetAsync($"{Root}/public/zhangmiao/alike?title=积水积水&areaId={Guid.CreateVersion7()}"));
        await Refused("request.invalid", await world.Anonymous().GetAsync($"{Root}/public/zhangmiao/alike?title={new string('a', 81)}"));
    }
}
