using System.Net;
using CsCheck;
using Platform.Issues.Domain;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>
/// Merging and taking out again in whatever order, through the doors: against a model of a few lines that knows only who went where and who
/// endorsed, followed and reported what.
/// </summary>
public sealed class MergeOrderTests(IssuesWorld world)
{
    private const int Issues = 4, People = 3;

    private enum Act { Merge, Unmerge, Endorse, Follow, Unfollow, Withdraw }

    private sealed class Model
    {
        public readonly int?[] Into = new int?[Issues];
        public readonly bool[] Gone = new bool[Issues];
        public readonly HashSet<(int Issue, int Person)> Endorsed = [], Followed = [];

        public int Survivor(int issue) => Into[issue] ?? issue;

        public IEnumerable<int> Together(int issue) => Enumerable.Range(0, Issues).Where(x => x == issue || Into[x] == issue);

        public int Count(HashSet<(int Issue, int Person)> all, int issue) =>
            all.Where(x => Together(issue).Contains(x.Issue)).Select(x => x.Person).Distinct().Count();

        public bool CanMerge(int a, int b) => a != b && !Gone[a] && !Gone[b] && Into[a] is null && Into[b] is null;

        public void Merge(int a, int b)
        {
            foreach (var x in Together(a).ToList()) Into[x] = b;
        }
    }

    [Fact]
    public async Task InWhateverOrder_AuthorsFollowersAndEndorsements_AreKept_AndCountedOnce_AndTheWayIsOneStep() =>
        await Gen.Select(Gen.Enum<Act>(), Gen.Int[0, Issues - 1], Gen.Int[0, Issues - 1], Gen.Int[0, People - 1]).Array[12, 20].SampleAsync(async steps =>
        {
            var (model, staff) = (new Model(), world.Staff());
            var issues = new Case[Issues];
            for (var i = 0; i < Issues; i++) issues[i] = await world.Accepted();
            var people = Enumerable.Range(0, People).Select(_ => world.As(Guid.CreateVersion7())).ToArray();
            foreach (var (act, a, b, p) in steps) await Step(model, staff, issues, people, act, a, b, p);

            for (var i = 0; i < Issues; i++)
            {
                var seen = await world.Look(issues[i]);
                Assert.Equal(issues[i].Receipt, seen.ReceiptNumber);
                Assert.Equal(model.Into[i] is not null, seen.Status is IssueStatus.Merged);
                Assert.Equal(model.Into[i] is { } into ? issues[into].Receipt : null, seen.MergedInto?.ReceiptNumber);
                Assert.Equal(model.Together(i).Where(x => x != i).Select(x => issues[x].Receipt).Order(), seen.Merged.Select(x => x.ReceiptNumber).Order());
                Assert.Equal((model.Count(model.Endorsed, i), model.Count(model.Followed, i), model.Together(i).Count()), (seen.Endorsements, seen.Followers, seen.Authors));
            }
        }, iter: 15, threads: 1);

    private static async Task Step(Model model, HttpClient staff, Case[] issues, HttpClient[] people, Act act, int a, int b, int p)
    {
        var open = !model.Gone[model.Survivor(a)];
        switch (act)
        {
            case Act.Merge:
                var may = model.CanMerge(a, b);
                Assert.Equal(may, (await Send(staff, $"{issues[a].Door}/merge", new { intoId = issues[b].Id })).StatusCode is HttpStatusCode.NoContent);
                if (may) model.Merge(a, b);
                break;
            case Act.Unmerge:
                Assert.Equal(model.Into[a] is not null, (await Send(staff, $"{issues[a].Door}/unmerge", new { })).StatusCode is HttpStatusCode.NoContent);
                model.Into[a] = null;
                break;
            case Act.Endorse:
                Assert.Equal(open, (await Send(people[p], $"{issues[a].Door}/endorse")).StatusCode is HttpStatusCode.NoContent);
                if (open) model.Endorsed.Add((model.Survivor(a), p));
                // Who reported one of them says so already.
                if (open) await Refused("issue.is-yours", await Send(issues[a].Author, $"{issues[model.Survivor(a)].Door}/endorse"));
                break;
            case Act.Follow:
                Assert.Equal(open, (await Send(people[p], $"{issues[a].Door}/follow")).StatusCode is HttpStatusCode.NoContent);
                if (open) model.Followed.Add((model.Survivor(a), p));
                break;
            case Act.Unfollow:
                if (!open) break;
                await Is(HttpStatusCode.NoContent, await people[p].DeleteAsync(new Uri($"{issues[a].Door}/follow", UriKind.Relative)));
                model.Followed.RemoveWhere(x => x.Person == p && model.Together(model.Survivor(a)).Contains(x.Issue));
                break;
            // Seldom, or nothing is left: what was merged into it goes back to where it was.
            case Act.Withdraw when b == 0 && p == 0 && model.Into[a] is null && !model.Gone[a]:
                await Is(HttpStatusCode.NoContent, await Send(issues[a].Author, $"{issues[a].Door}/withdraw", new { }));
                foreach (var x in model.Together(a).ToList()) model.Into[x] = null;
                model.Gone[a] = true;
                break;
        }
    }
}
