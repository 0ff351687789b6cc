using CsCheck;
using Platform.Kernel.Refusals;
using Platform.Volunteers.Domain;
using Xunit;

namespace Platform.Volunteers.Tests;

public sealed class HoursTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Staff = Guid.CreateVersion7();

    /// <summary>Whatever the stays: whole minutes, never negative, never more than the time that passed.</summary>
    [Fact]
    public void Hours_AreTheWholeMinutesOfAllStays() => Gen.Select(Gen.Int[-120, 20_000], Gen.Int[0, 20_000]).Array[0, 3].Sample(stays =>
    {
        var signUp = SignUp.For(Guid.CreateVersion7(), Guid.CreateVersion7(), placed: true, Start);
        var (now, expected) = (Start, 0);
        foreach (var (stayed, away) in stays)
        {
            signUp.CheckIn(now, new DateOnly(2026, 11, 23), Staff);
            signUp.CheckOut(now.AddSeconds(stayed), Staff);
            expected += Math.Max(0, stayed) / 60;
            now = now.AddSeconds(Math.Max(0, stayed) + away);
        }

        return signUp.Minutes == expected && signUp.Minutes <= (now - Start).TotalMinutes && signUp.CheckIns == stays.Length;
    });

    /// <summary>However it is corrected, an entry never takes away more than it gave.</summary>
    [Fact]
    public void Corrections_NeverGoBelowNothing() => Gen.Select(Gen.Int[1, 600], Gen.Int[-300, 300].Array[0, 20]).Sample((credited, tries) =>
    {
        var signUp = SignUp.For(Guid.CreateVersion7(), Guid.CreateVersion7(), placed: true, Start);
        signUp.CheckIn(Start, new DateOnly(2026, 11, 23), Staff);
        signUp.CheckOut(Start.AddMinutes(credited), Staff);
        var entry = HoursEntry.Credit(signUp, Staff, Start);
        var corrected = 0;
        foreach (var minutes in tries)
        {
            try { corrected += entry.Correct(minutes, corrected, "更正", Guid.CreateVersion7(), Start).Minutes; }
            catch (RefusedException e) { if (e.Refusal != VolunteerRefusals.MoreThanCredited || credited + corrected + minutes >= 0) return false; }
        }

        return credited + corrected >= 0;
    });

    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(5_999, 0, 100)]
    [InlineData(6_000, 1, 300)]
    [InlineData(18_000, 2, 600)]
    [InlineData(36_000, 3, 1000)]
    [InlineData(60_000, 4, 1500)]
    [InlineData(90_000, 5, null)]
    public void Stars_ComeAtTheirHours(int minutes, int stars, int? next) => Assert.Equal((stars, next), (Stars.Of(minutes), Stars.Next(minutes)));

    [Fact]
    public void ACheckOutOnAnotherDay_CountsForTheDayOfItsCheckIn_AndTheNextDayIsCountedAnew()
    {
        var signUp = SignUp.For(Guid.CreateVersion7(), Guid.CreateVersion7(), placed: true, Start);
        for (var day = 0; day < 2; day++)
            for (var times = 0; times < SignUp.CheckInsADay; times++)
            {
                signUp.CheckIn(Start.AddDays(day), new DateOnly(2026, 11, 23).AddDays(day), Staff);
                signUp.CheckOut(Start.AddDays(day), Staff);
            }

        Assert.Equal(6, signUp.CheckIns);
    }
}
