using Platform.Meetings.Domain;
using Xunit;

namespace Platform.Meetings.Tests;

public sealed class RoomCodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 0, 30, TimeSpan.FromHours(8));
    private readonly byte[] _secret = RoomCode.NewSecret();

    [Fact]
    public void Code_IsSixDigits_AndAnotherEveryMinute()
    {
        var codes = Enumerable.Range(0, 50).Select(x => RoomCode.At(_secret, Now.AddMinutes(x))).ToList();

        Assert.All(codes, x => Assert.Matches(@"^\d{6}$", x));
        Assert.InRange(codes.Distinct().Count(), 49, 50);
    }

    [Fact]
    public void Code_OfTheLastMinutes_Fits_AndAnOlderOneNoMore()
    {
        var shown = RoomCode.At(_secret, Now);

        Assert.All((int[])[-29, 0, 29, 30, 149], seconds => Assert.True(RoomCode.Fits(_secret, shown, Now.AddSeconds(seconds)), $"{seconds}"));
        Assert.False(RoomCode.Fits(_secret, shown, Now.AddSeconds(150)));
    }

    [Fact]
    public void Code_OfAnotherMeeting_OrOfNoLength_DoesNotFit()
    {
        Assert.DoesNotContain(Enumerable.Range(0, 20), x => RoomCode.Fits(_secret, RoomCode.At(RoomCode.NewSecret(), Now.AddHours(x)), Now.AddHours(x)));
        Assert.All((string[])["", "1", "12345", "1234567"], x => Assert.False(RoomCode.Fits(_secret, x, Now)));
    }
}
