using Platform.Web.Clients.Insights;

namespace Platform.Web.Console.Timelines;

/// <summary>Fourteen people's hours are one step of the story, not fourteen.</summary>
public static class Hours
{
    public static IEnumerable<ShowTimelineEntry> Together(IEnumerable<ShowTimelineEntry> entries)
    {
        var run = new List<ShowTimelineEntry>();
        foreach (var entry in entries)
        {
            if (entry.Kind == "HoursCredited")
            {
                run.Add(entry);
                continue;
            }

            if (run.Count > 0) yield return One(run);
            run.Clear();
            yield return entry;
        }

        if (run.Count > 0) yield return One(run);
    }

    private static ShowTimelineEntry One(List<ShowTimelineEntry> run) =>
        run[^1] with { Data = run[^1].Data with { People = run.Count, Minutes = run.Sum(x => x.Data.Minutes ?? 0) } };
}
