using System.Net;
using System.Text;
using Npgsql;
using Platform.Bench.Filling;
using Platform.Bench.Measuring;
using Platform.Demonstration.Acts;
using Platform.Demonstration.Api;

namespace Platform.Bench.Workloads;

/// <summary>9: five thousand ballots in one vote of a meeting, typed in as hands are seen; the limit is a row each. What was counted is counted again.</summary>
internal static class Ballots
{
    private const int AtOnce = 16;

    public static async Task<IReadOnlyList<Row>> Measure(Stage stage, Databases databases, CancellationToken ct)
    {
        var many = stage.IsQuick ? 500 : 5_000;
        var staff = await Player.SignIn(stage.Street("zhangmiao"), Zhangmiao.Phone(5));
        var council = await Council.Found(stage, "计票");
        await stage.MakeTable("issues", "ballots (id uuid PRIMARY KEY, vote_id uuid NOT NULL, voter_id uuid NOT NULL, choice text NOT NULL, at timestamptz NOT NULL)");
        await stage.Execute("issues", "CREATE UNIQUE INDEX IF NOT EXISTS ix_bench_ballots ON bench.ballots (vote_id, voter_id)");
        var sides = await Contest.Run(stage.Pace,
        [
            new Contestant("platform", async (_, stop) =>
            {
                var (meeting, vote) = await council.OpenVote(staff);
                var voters = await Fill(stage, meeting, many);
                var token = await stage.TokenOf(Zhangmiao.Phone(5));
                var address = new Uri($"{stage.Service("meetings")}/api/v1/meetings/{meeting}/votes/{vote}/ballots");
                using var load = new Load(AtOnce);
                var sample = await load.Burst([.. voters.Select((x, i) => new HttpRequestMessage(HttpMethod.Post, address)
                {
                    Headers = { Authorization = token }, Content = new StringContent($$"""{"choice":"{{(i % 3 == 0 ? "Against" : "For")}}","personId":"{{x}}"}""", Encoding.UTF8, "application/json"),
                })], stage.CpuOf("meetings", "postgres"), x => x is HttpStatusCode.NoContent, stop);
                var tally = await staff.CloseVote(meeting, vote);
                var counted = (tally.GetProperty("for").GetInt64(), tally.GetProperty("against").GetInt64());
                var (against, agreed) = ((many + 2) / 3, await stage.Scalar<long>("meetings", $"SELECT count(*) FROM ballots WHERE vote_id = '{vote}' AND choice = 'For'"));
                return counted == (many - against, against) && agreed == counted.Item1 ? sample : sample with { Wrong = $"counted {counted}, cast {many - against} and {against}, kept {agreed} for" };
            }),
            new Contestant("raw rows", async (_, stop) =>
            {
                await stage.Execute("issues", "TRUNCATE bench.ballots");
                var address = new Uri($"{stage.Bare.Http}/ballots");
                using var load = new Load(AtOnce);
                return await load.Burst([.. Enumerable.Range(0, many).Select(_ => new HttpRequestMessage(HttpMethod.Post, address))], stage.BareCpu(asksPostgres: true), x => x is HttpStatusCode.OK, stop);
            }),
        ], ct);
        return [new Row(9, $"{many:N0} ballots in one vote, 16 connections", sides, [new Claim("of raw", sides[0].PerSecond / sides[1].PerSecond, 0.5), new Claim("CPU, of raw's", sides[0].CpuPerOne / sides[1].CpuPerOne, AtMost: true)])];
    }

    // So many people have no accounts here: they come onto the roll, and are there.
    private static async Task<List<Guid>> Fill(Stage stage, Guid meeting, int many)
    {
        await using var connection = await stage.Platform.Open("meetings");
        await using var command = new NpgsqlCommand("""
            INSERT INTO roll_entries (id, meeting_id, person_id, name, class, checked_in_at, checked_in_by, tenant_id, way)
            SELECT gen_random_uuid(), meeting_id, gen_random_uuid(), '居民代表' || n, 'Residents', checked_in_at, checked_in_by, tenant_id, way
            FROM (SELECT * FROM roll_entries WHERE meeting_id = $1 AND checked_in_at IS NOT NULL LIMIT 1) one, generate_series(1, $2) n RETURNING person_id
            """, connection)
        { Parameters = { new() { Value = meeting }, new() { Value = many } } };
        await using var reader = await command.ExecuteReaderAsync();
        var people = new List<Guid>();
        while (await reader.ReadAsync()) people.Add(reader.GetGuid(0));
        return people;
    }
}
