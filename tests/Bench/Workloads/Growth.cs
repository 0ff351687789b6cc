using System.Globalization;
using System.Runtime.CompilerServices;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;

namespace Platform.Bench.Workloads;

/// <summary>
/// 2, 6, and what grows with what: list, search and submit at every size, one request at a time, so that it is the work and not the queue that is seen;
/// and at the largest size that is there, list and search beside their limits.
/// </summary>
internal static class Growth
{
    private const int PageThousand = 20 * 999;

    public static async IAsyncEnumerable<Row> Measure(Stage stage, Databases databases, [EnumeratorCancellation] CancellationToken ct)
    {
        var sizes = new List<(Size Size, IReadOnlyList<Side> Sides)>();
        foreach (var size in Size.All(stage.IsQuick))
        {
            if (size == Size.Large && !await databases.Has(size)) continue;
            var made = await databases.Make(size, ct);
            await databases.Use(size, ct);
            var sides = await Alone(stage, ct);
            sizes.Add((size, sides));
            var list = sides[0].P50;
            yield return new Row(0, $"one at a time: {size.Said}", sides, sizes.Count == 1 ? [] :
            [
                new Claim("list, of the smallest's p50", list / sizes[0].Sides[0].P50, 1.3, AtMost: true), new Claim("page far down, of page 1's p50", sides[1].P50 / list, 1.3, AtMost: true),
                new Claim("submit, of the smallest's p50", sides[^1].P50 / sizes[0].Sides[^1].P50, AtMost: true),
            ])
            { Note = made is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"filled in {seconds:0} s") : "" };
        }

        var largest = sizes[^1].Size;
        var note = largest == Size.Large ? "" : "the large database is made by ./platform bench fill";
        yield return await List(stage, largest, ct) with { Note = note };
        foreach (var word in (string[])[Filler.Rare, Filler.Frequent]) yield return await Search(stage, largest, word, ct) with { Note = note };
    }

    private static async Task<IReadOnlyList<Side>> Alone(Stage stage, CancellationToken ct)
    {
        var (token, issues, whose) = (await Lists.Desk(stage), stage.Service("issues"), stage.CpuOf("issues", "postgres"));
        // The service has just started on this database: what it does often is compiled by the time it is measured.
        await Workload.Asks("warm", 8, number => Workload.Get(number % 8 is 0 ? Lists.Saying(issues, Filler.Frequent) : Lists.Of(issues), token)(number), []).Run(WarmUp(stage), ct);
        var pace = new Pace(TimeSpan.FromSeconds(2), stage.Pace.Round / 2, 3);
        var reads = await Contest.Run(pace,
        [
            Workload.Asks("list", 1, Workload.Get(Lists.Of(issues), token), whose),
            Workload.Asks("page far down", 1, Workload.Get(Lists.Of(issues, await FarDown(stage)), token), whose),
            Workload.Asks($"search {Filler.Frequent}", 1, Workload.Get(Lists.Saying(issues, Filler.Frequent), token), whose),
            Workload.Asks($"search {Filler.Rare}", 1, Workload.Get(Lists.Saying(issues, Filler.Rare), token), whose),
        ], ct);
        return [.. reads, await Submit(stage, pace, ct)];
    }

    // After the reads, and taken away again: the list would find thousands of new issues of one state before the first that it looks for.
    private static async Task<Side> Submit(Stage stage, Pace pace, CancellationToken ct)
    {
        var (began, posts) = (TimeProvider.System.GetUtcNow(), await Submitting.Posts(stage));
        try
        {
            await Workload.Asks("warm", 8, posts, []).Run(WarmUp(stage) / 2, ct);
            return (await Contest.Run(pace, [Workload.Asks("submit", 1, number => posts(-number), stage.CpuOf("issues", "postgres"))], ct))[0];
        }
        finally
        {
            await stage.Execute("issues", $"DELETE FROM issues WHERE submitted_at >= '{began:O}'");
            await stage.Execute("issues", "VACUUM issues");
        }
    }

    private static TimeSpan WarmUp(Stage stage) => stage.IsQuick ? TimeSpan.FromSeconds(8) : stage.Pace.WarmUp;

    private static async Task<Row> List(Stage stage, Size size, CancellationToken ct)
    {
        var sides = await Contest.Run(stage.Pace,
        [
            Workload.Asks("platform", 16, Workload.Get(Lists.Of(stage.Service("issues")), await Lists.Desk(stage)), stage.CpuOf("issues", "postgres")),
            Workload.Asks("raw SQL", 16, Workload.Get(Lists.OfBare(stage), null), stage.BareCpu(asksPostgres: true)),
        ], ct);
        return new Row(2, $"issue list, 20 rows by grid and state, 16 connections: {size.Said}", sides,
            [new Claim("of raw", sides[0].PerSecond / sides[1].PerSecond, 0.75), new Claim("CPU, of raw's", sides[0].CpuPerOne / sides[1].CpuPerOne, AtMost: true)]);
    }

    private static async Task<Row> Search(Stage stage, Size size, string word, CancellationToken ct)
    {
        var sides = await Contest.Run(stage.Pace,
        [
            Workload.Asks("platform", 4, Workload.Get(Lists.Saying(stage.Service("issues"), word), await Lists.Desk(stage)), stage.CpuOf("issues", "postgres")),
            Workload.Asks("raw SQL", 4, Workload.Get(Lists.SayingBare(stage, word), null), stage.BareCpu(asksPostgres: true)),
            Workload.Asks("ILIKE", 4, Workload.Get(Lists.Ilike(stage, word), null), stage.BareCpu(asksPostgres: true)),
        ], ct);
        return new Row(6, string.Create(CultureInfo.InvariantCulture, $"search {word} among {size.OfOneStreet:N0}, 4 connections"), sides,
            [new Claim("of raw", sides[0].PerSecond / sides[1].PerSecond, 0.75), new Claim("of ILIKE", sides[0].PerSecond / sides[2].PerSecond, word == Filler.Rare ? 8 : null)]);
    }

    // The last row of page 999, or of nine tenths of the list where it is shorter.
    private static async Task<Guid> FarDown(Stage stage) => await stage.Scalar<Guid>("issues", $"""
        WITH found AS (SELECT id FROM issues WHERE tenant_id = '{stage.Tenant}' AND status = 'Accepted' AND area_path LIKE '%-g1/%')
        SELECT id FROM found ORDER BY id DESC OFFSET (SELECT least({PageThousand}, count(*) * 9 / 10) FROM found) LIMIT 1
        """);
}
