using System.Globalization;

namespace Platform.Bench.Measuring;

/// <summary>How much processor time a group of processes has had so far, by /proc: steadier than throughput on a machine that others use too.</summary>
/// <param name="Name">What the group is called in the table: issues, postgres, bare.</param>
/// <param name="Pid">Its process; of PostgreSQL the one that starts all others.</param>
internal sealed record Cpu(string Name, Func<int> Pid)
{
    // USER_HZ, which Linux fixes at 100 for what it tells programs.
    private const double MicrosecondsPerTick = 10_000;

    /// <summary>In microseconds: its own, its children's, and that of children who are gone.</summary>
    public double Total()
    {
        var pid = Pid();
        return Ticks(pid) * MicrosecondsPerTick + Children(pid).Sum(x => Ticks(x) * MicrosecondsPerTick);
    }

    private static List<int> Children(int parent)
    {
        // Only PostgreSQL has children that work for it; they are listed by its main thread.
        var file = $"/proc/{parent}/task/{parent}/children";
        return File.Exists(file) ? File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => int.Parse(x, CultureInfo.InvariantCulture)).ToList() : [];
    }

    private static long Ticks(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // user and system time, its own and that of children that ended and were waited for
            return fields[11..15].Sum(x => long.Parse(x, CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

/// <summary>What these groups cost from now on.</summary>
internal sealed class Meter(IReadOnlyList<Cpu> whose)
{
    private readonly List<double> _before = [.. whose.Select(x => x.Total())];

    /// <summary>Microseconds for each of so many, by group.</summary>
    public IReadOnlyDictionary<string, double> For(long done) =>
        whose.Zip(_before).ToDictionary(x => x.First.Name, x => (x.First.Total() - x.Second) / Math.Max(1, done));
}
