using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Npgsql;
using Platform.Bench;
using Platform.Bench.Bare;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Bench.Workloads;
using Platform.OwnPlatforms;
using Platform.Standalone.Processes;

[assembly: SupportedOSPlatform("linux")]

if (args is ["bare", var http, var proxy, var upstream])
{
    await BareServer.Run(http, proxy, upstream);
    return 0;
}

var (quick, filling, only) = (args.Contains("--quick"), args is ["fill", ..], Value("--only"));
using var stop = new ToldToStop(PosixSignal.SIGINT, PosixSignal.SIGTERM);
// The large database is kept for the next time; a quick run needs none, and leaves nothing behind.
var kept = quick ? null : Value("--state") ?? OwnPlatform.Kept("bench");
var chosen = Workload.All.Where(x => only is null || only.Split(',').Any(word => x.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
if (chosen.Count == 0 && !filling)
{
    Console.Error.WriteLine($"No workload's name holds '{only}'. There are: {string.Join(", ", Workload.All.Select(x => x.Name))}");
    return 2;
}

var runs = Value("--at");
Say(runs is not null ? $"On the platform in {runs}" : kept is null ? "Starting a platform of its own" : $"Starting the platform that is kept in {kept}");
var times = filling || chosen.All(x => x.Name is not "start") ? 0 : quick ? 1 : 3;
var (started, starts) = runs is not null ? (OwnPlatform.At(runs), []) : await StartUp.Up(times, quick, kept, stop.Token);
await using var platform = started;
platform.Keep = kept is not null;
await using var bare = await BareSide.Start(new NpgsqlConnectionStringBuilder(platform.Run.Postgres) { Database = "issuesdb", MaxPoolSize = 30, MaxAutoPrepare = 100, AutoPrepareMinUsages = 3, NoResetOnClose = true, Options = "-c plan_cache_mode=force_custom_plan" }.ConnectionString,
    platform.Run.Processes.Single(x => x.Name == "issues").Http!, stop.Token);
using var stage = new Stage(platform, starts, bare, quick || args.Contains("--short") ? Pace.Quick : Pace.Full, quick);
var databases = new Databases(stage);
if (filling)
{
    Say($"Filling: {Size.Large.Said}");
    var took = await databases.Make(Size.Large, stop.Token);
    Say(took is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"Made in {seconds / 60:0.0} minutes") : "It was there already");
    return 0;
}

var rows = new List<Row>();
try
{
    foreach (var workload in chosen)
    {
        Say(workload.Name);
        try
        {
            await foreach (var row in workload.Measure(stage, databases, stop.Token)) Keep(row);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // One that cannot be measured leaves a row that says so; the others can.
            Keep(new Row(0, workload.Name, [], []) { Wrong = $"{e.GetType().Name}: {e.Message}" });
        }
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Say("Stopped; what was measured until then:");
}
finally
{
    // Whatever happened: the platform's own database is the one that it is found with.
    await databases.Use(null, CancellationToken.None);
}

Report.Print(rows);
Report.Write(new { at = TimeProvider.System.GetUtcNow(), quick, processors = Environment.ProcessorCount, rows }, Value("--out") ?? ".local/bench.json");
return stop.IsCancellationRequested ? 130 : rows.All(x => x.Wrong is null) ? 0 : 1;

void Keep(Row row)
{
    rows.Add(row);
    Say(Report.Line(row));
}

string? Value(string option) => args.SkipWhile(x => x != option).Skip(1).FirstOrDefault();

static void Say(string line) => Console.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss}  {line}");
