namespace Platform.Standalone.Tests;

public sealed class StateDirectoryTests
{
    [Fact]
    public void Choose_WherePostgresMayNotEnter_MovesOutOfTheCheckout_AlwaysToTheSamePlace()
    {
        var moved = StateDirectory.Choose(null, "/root/platform", _ => false);

        Assert.True(moved.Moved);
        Assert.StartsWith("/var/lib/platform-", moved.Root, StringComparison.Ordinal);
        Assert.Equal(moved.Root, StateDirectory.Choose(null, "/root/platform", _ => false).Root);
        Assert.NotEqual(moved.Root, StateDirectory.Choose(null, "/root/other", _ => false).Root);
    }

    [Fact]
    public void Choose_WhereItMay_StaysInTheCheckout() =>
        Assert.Equal("/srv/platform/.local/state", StateDirectory.Choose(null, "/srv/platform", _ => true).Root);

    [Fact]
    public void RequireSpace_WithTooLittle_SaysHowMuchThereIs()
    {
        using var scratch = new Scratch();

        var error = Assert.Throws<CannotStartException>(() => scratch.State.RequireSpace(long.MaxValue));

        Assert.Matches(@"Only \d+ MiB are free where the data is kept", error.Message);
    }
}
