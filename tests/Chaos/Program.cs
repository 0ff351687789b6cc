using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Platform.Chaos;
using Platform.Chaos.Faults;
using Platform.OwnPlatforms;
using Platform.Standalone.Processes;

[assembly: SupportedOSPlatform("linux")]

var wholeRun = TimeSpan.FromMinutes(50);
var quick = args.Contains("--quick");
// Each start takes as long as the load leaves it processors.
var workersPerStreet = quick ? 2 : 3;
var only = Value("--only");
var seed = int.Parse(Value("--seed") ?? Random.Shared.Next(1, 1_000_000).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
var faults = Processes.All.Concat(Messages.All).Concat(Servers.All).Where(x => only is null || x.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
if (faults.Count == 0)
{
    Console.Error.WriteLine($"No fault's name holds '{only}'.");
    return 2;
}

using var stop = new ToldToStop(PosixSignal.SIGINT, PosixSignal.SIGTERM);
var (began, random, rows) = (Stopwatch.GetTimestamp(), new Random(seed), new List<Row>());
var wholly = true;
Say(Value("--state") is { } there ? $"On the platform in {there} (seed {seed})" : $"Starting a platform of its own (seed {seed})");
await using (var stage = Value("--state") is { } running ? OwnPlatform.At(running) : await OwnPlatform.Up("chaos", ["--replicas", "issues=2,rabbitmq=3"], Broker.Environment, stop.Token))
{
    stage.AfterDown = () => Servers.TakeDiskAway(stage);
    try
    {
        await Play(stage);
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        // What was seen until here is printed below.
    }
    finally
    {
        Say("Stopping");
    }
}

Report.Print(rows, seed, Stopwatch.GetElapsedTime(began));
Report.Write(rows, seed, Value("--out") ?? ".local/chaos.json");
return stop.IsCancellationRequested ? 130 : wholly && rows.All(x => x.Wrong.Count == 0) ? 0 : 1;

async Task Play(OwnPlatform stage)
{
    var (ledger, gate, broker) = (new Ledger(), new Gate(), new Broker(stage, Value("--state") is null ? Broker.OfOurOwn : Broker.OfAnother));
    var streets = await Street.All(stage);
    var canary = new Canary(streets[0], stage, ledger, gate);
    var workers = new List<Worker>();
    foreach (var street in streets)
        for (var number = 1; number <= workersPerStreet; number++)
        {
            workers.Add(new Worker(street, ledger, new Insistence(ledger, gate)));
            await workers[^1].Begin(number);
        }

    using var load = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
    var loaded = workers.Select(x => Task.Run(() => x.Run(load.Token))).Append(Task.Run(() => canary.Run(load.Token))).ToList();
    var (checker, all) = (new Checker(ledger, stage.Open), workers.Count + 1);
    var episode = new Episode(stage, broker, ledger, gate, canary, checker, all, Say);
    try
    {
        Say("Under load; the first resolutions are awaited");
        while (ledger.Resolutions.Count < workers.Count && ledger.Surprises.IsEmpty && !loaded.Any(x => x.IsFaulted)) await Task.Delay(500, stop.Token);
        await Calm(stage, ledger, gate, episode, checker);
        foreach (var fault in faults)
        {
            // What was seen until here is worth its table all the same.
            if (loaded.FirstOrDefault(x => x.IsFaulted) is { } broken)
            {
                Say($"A part of the load ended, so nothing further is broken: {broken.Exception!.InnerException!.Message}");
                wholly = false;
                return;
            }

            Say(fault.Name);
            // Of what is left of the hour, as much as its times are of all times to come: a busy machine repeats less often, and ends all the same.
            var share = (wholeRun - Stopwatch.GetElapsedTime(began)) * fault.Times / faults.SkipWhile(x => x != fault).Sum(x => x.Times);
            rows.Add(await episode.Play(fault, quick ? 1 : fault.Times, share, random, stop.Token));
            Say(Report.Line(rows[^1]));
        }
    }
    finally
    {
        await load.CancelAsync();
        await Task.WhenAll(loaded).ContinueWith(static _ => { }, TaskScheduler.Default);
        gate.Open();
        await Servers.AllAreLetBack;
        stage.Keep = rows.Count == 0 || !wholly || rows.Any(x => x.Wrong.Count > 0);
    }
}

// Before anything is broken all is right, and the checker sees what is spoilt.
async Task Calm(OwnPlatform stage, Ledger ledger, Gate gate, Episode episode, Checker checker)
{
    if (ledger.Surprises.TryPeek(out var surprise)) throw new InvalidOperationException(surprise);
    if (await episode.Rest(stop.Token) is { } restless) throw new InvalidOperationException(restless);
    var wrong = await checker.Check();
    if (wrong.Count > 0) throw new InvalidOperationException($"Wrong before anything was broken: {string.Join("; ", wrong)}");
    var unseen = await Spoils.Unseen(stage, ledger);
    if (unseen.Count > 0) throw new InvalidOperationException($"The checker does not see: {string.Join("; ", unseen)}");
    Say($"All is right with {ledger.Count} acknowledged writes, and the checker has seen each of the spoilt states that it was shown");
    gate.Open();
}

string? Value(string option) => args.SkipWhile(x => x != option).Skip(1).FirstOrDefault();

static void Say(string line) => Console.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss}  {line}");
