using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Bench.Measuring;

/// <summary>What processes hold in memory, in megabytes.</summary>
/// <param name="Together">A page of a file that several of them use lies there once.</param>
/// <param name="AddedUp">Each one's resident set, and such a page with each.</param>
internal sealed partial record Memory(double Together, double AddedUp)
{
    /// <summary>Of these processes, by /proc.</summary>
    public static Memory Of(IEnumerable<int> pids)
    {
        var (own, resident, files) = (0L, 0L, new Dictionary<string, long>());
        foreach (var pid in pids)
        {
            var (mine, usedHere) = Parted(File.ReadLines($"/proc/{pid}/smaps"));
            own += mine;
            resident += mine + usedHere.Values.Sum();
            foreach (var (file, kilobytes) in usedHere) files[file] = Math.Max(files.GetValueOrDefault(file), kilobytes);
        }

        return new Memory((own + files.Values.Sum()) / 1024.0, resident / 1024.0);
    }

    /// <summary>Kilobytes that are the process's own, and those of files as they are on disk, by file.</summary>
    internal static (long Own, Dictionary<string, long> Files) Parted(IEnumerable<string> smaps)
    {
        var (own, files, file) = (0L, new Dictionary<string, long>(), (string?)null);
        foreach (var line in smaps)
        {
            if (Mapping().Match(line) is { Success: true } mapping) file = mapping.Groups[1].Value is ['/', ..] path && !path.StartsWith("/memfd:", StringComparison.Ordinal) ? path : null;
            else if (line.StartsWith("Rss:", StringComparison.Ordinal)) Add(Kilobytes(line));
            // Pages that the process wrote into are no longer the file's.
            else if (file is not null && line.StartsWith("Private_Dirty:", StringComparison.Ordinal)) (own, files[file]) = (own + Kilobytes(line), files[file] - Kilobytes(line));
        }

        return (own, files);

        void Add(long kilobytes)
        {
            if (file is null) own += kilobytes;
            else files[file] = files.GetValueOrDefault(file) + kilobytes;
        }
    }

    private static long Kilobytes(string line) => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+ *(.*)$")]
    private static partial Regex Mapping();
}
