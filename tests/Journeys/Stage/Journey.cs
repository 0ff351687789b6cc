using Platform.Demonstration.Api;

namespace Platform.Journeys.Stage;

/// <summary>A story on the started platform. One that fails shows the platform's last words.</summary>
public abstract class Journey(StartedPlatform platform) : IDisposable
{
    protected StartedPlatform Platform => platform;

    protected Gateway Gateway => platform.Gateway;

    protected Clock Clock => platform.Clock;

    /// <summary>A phone that nobody has yet: who signs in with it is a new resident.</summary>
    protected static string NewPhone() => $"199{Random.Shared.Next(10_000_000, 99_999_999)}";

    /// <summary>Somebody of the demonstration, by Directory's number.</summary>
    protected Task<Player> SignIn(int number) => platform.SignIn(number);

    protected Task<Player> NewResident() => Player.SignIn(Gateway, NewPhone());

    protected static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    /// <summary>It is refused, with this code.</summary>
    protected static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<PlatformRefusedException>(act)).Code);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result is TestResult.Failed) Tell(platform.Tail());
    }
}
