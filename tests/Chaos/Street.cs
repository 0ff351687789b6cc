using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;
using Platform.OwnPlatforms;

namespace Platform.Chaos;

/// <summary>Who plays in a street: a resident of nobody's acquaintance, its staff, and whoever sits in its council.</summary>
internal sealed record Street(Gateway Gateway, Guid Neighbourhood, Guid Building, Player Staff, Player Secretary, IReadOnlyList<Seat> Seats)
{
    /// <summary>The two streets of the demonstration.</summary>
    public static async Task<IReadOnlyList<Street>> All(OwnPlatform stage)
    {
        var (zhangmiao, wusong) = (stage.Gateway("zhangmiao"), stage.Gateway("wusong"));
        return
        [
            new Street(zhangmiao, Zhangmiao.Neighbourhood, Zhangmiao.Building(12), await Player.SignIn(zhangmiao, Zhangmiao.Phone(5)), await Player.SignIn(zhangmiao, Zhangmiao.Phone(7)),
            [
                new Seat(Zhangmiao.Person(7), "刘建华", "Branch"), new Seat(Zhangmiao.Person(8), "黄伟民", "OwnersCommittee"),
                new Seat(Zhangmiao.Person(9), "马军", "PropertyManager"), new Seat(Zhangmiao.Person(13), "朱桂英", "Residents"),
            ]),
            new Street(wusong, Wusong.Neighbourhood, Wusong.Building(2), await Player.SignIn(wusong, Wusong.Phone(2)), await Player.SignIn(wusong, Wusong.Phone(4)),
            [
                new Seat(Wusong.Person(4), "韩梅", "Branch"), new Seat(Wusong.Person(8), "施文英", "OwnersCommittee"),
                new Seat(Wusong.Person(7), "葛勇", "PropertyManager"), new Seat(Wusong.Person(1), "蒋悦", "Residents"),
            ]),
        ];
    }

    /// <summary>A resident with a phone that nobody has yet.</summary>
    public Task<Player> NewResident() => Player.SignIn(Gateway, $"199{Random.Shared.Next(10_000_000, 99_999_999)}");
}
