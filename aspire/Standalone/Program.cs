using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Platform.Standalone;
using Platform.Standalone.Processes;
using Platform.Standalone.Servers;

[assembly: SupportedOSPlatform("linux")]

using var stopping = new ToldToStop(PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP);

try
{
    var options = Options.Parse(args);
    var checkout = Checkout();
    var state = StateDirectory.Choose(options.State, checkout, Postgres.MayEnter);
    switch (options.Verb)
    {
        case "up" or "servers":
            await Begin(options, checkout, state);
            return 0;
        case "down":
            await Control.Down(state, options.Data);
            return 0;
        case "status":
            return await Control.Status(state, stopping.Token);
        case "stop" or "start" when options.Names is [var name]:
            Control.Hold(state, name, hold: options.Verb == "stop");
            return 0;
        case "report" when options.Names is [var directory, .. var projects]:
            return TestReport.Print(directory, projects, options.Failed);
        default:
            throw new CannotStartException($"'{options.Verb}' is no command here; ./platform help lists them.");
    }
}
catch (CannotStartException error)
{
    Console.Error.WriteLine($"platform: {error.Message}");
    return 1;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Running.Say("Stopped");
    return 0;
}
catch (Exception unforeseen)
{
    // Caught, so that what runs is stopped in order on the way here; shown whole, for it is our mistake.
    Console.Error.WriteLine(unforeseen);
    return 70;
}

async Task Begin(Options options, string checkout, StateDirectory state)
{
    state.Prepare();
    using var one = OnePlatform.Take(state);
    await OnePlatform.BuryLeftovers(state);
    foreach (var held in Directory.GetFiles(state.In("hold"))) File.Delete(held);
    File.Delete(state.RunFile);
    if (options.State is null) state.Announce(checkout);
    if (state.Moved) Running.Say($"PostgreSQL's user may not enter {checkout}, so data and logs are kept in {state.Root}");

    if (options.Verb == "servers") await ServersOnly.Run(state, options, stopping.Token);
    else await new Up(checkout, state, options).Run(stopping.Token);
}

static string Checkout()
{
    for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        if (File.Exists(Path.Combine(at.FullName, "global.json"))) return at.FullName;
    return Directory.GetCurrentDirectory();
}
