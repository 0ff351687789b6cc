using System.Net;
using Platform.Contracts.Issues.V1;
using Platform.Issues.Domain;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>Two reports of one matter.</summary>
public sealed class MergeTests(IssuesWorld world)
{
    [Fact]
    public async Task Merge_KeepsEndorsementsAndFollowers_EachPersonOnce()
    {
        var (one, two) = (await world.Accepted(), await world.Accepted());
        var (both, only) = (world.As(Guid.CreateVersion7()), world.As(Guid.CreateVersion7()));
        foreach (var issue in new[] { one, two })
        {
            await Is(HttpStatusCode.NoContent, await Send(both, $"{issue.Door}/endorse"));
            await Is(HttpStatusCode.NoContent, await Send(both, $"{issue.Door}/endorse"));
            await Is(HttpStatusCode.NoContent, await Send(both, $"{issue.Door}/follow"));
        }

        await Is(HttpStatusCode.NoContent, await Send(only, $"{two.Door}/endorse"));
        await Refused("issue.is-yours", await Send(two.Author, $"{two.Door}/endorse"));

        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{two.Door}/merge", new { intoId = one.Id, words = "同一处" }));

        var seen = await world.Look(one);
        Assert.Equal((2, 1, two.Receipt), (seen.Endorsements, seen.Followers, seen.Merged.Single().ReceiptNumber));
        Assert.Equal(one.Receipt, (await world.Look(two)).MergedInto!.ReceiptNumber);
        Assert.Equal(one.Receipt, (await world.Says<IssueMerged>(x => x.SubjectId == two.Id)).IntoReceiptNumber);

        Assert.Equal(HttpStatusCode.NoContent, (await both.DeleteAsync($"{one.Door}/follow")).StatusCode);
        Assert.Equal(0, (await world.Look(one)).Followers);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(only, $"{(await world.Reported()).Door}/endorse")).StatusCode);
    }

    [Fact]
    public async Task Merge_IntoItself_IntoAnEndedOne_OrIntoOneLessFarAlong_IsRefused()
    {
        var (submitted, triaged, withdrawn, staff) = (await world.Reported(), await world.Triaged(), await world.Reported(), world.Staff());
        await Send(withdrawn.Author, $"{withdrawn.Door}/withdraw", new { });

        await Refused("issue.merges-into-itself", await Send(staff, $"{submitted.Door}/merge", new { intoId = submitted.Id }));
        await Refused("issue.merge-target-ended", await Send(staff, $"{submitted.Door}/merge", new { intoId = withdrawn.Id }));
        await Refused("issue.merge-the-other-way", await Send(staff, $"{triaged.Door}/merge", new { intoId = submitted.Id }));
        await Refused("issue.not-merged", await Send(staff, $"{triaged.Door}/unmerge", new { }));
        Assert.Equal(HttpStatusCode.NotFound, (await Send(staff, $"{submitted.Door}/merge", new { intoId = Guid.CreateVersion7() })).StatusCode);
    }

    [Fact]
    public async Task Merge_OfTwoIntoEachOtherAtOnce_LetsOneWin()
    {
        for (var i = 0; i < 5; i++)
        {
            var (one, two) = (await world.Accepted(), await world.Accepted());

            var answers = await Task.WhenAll(
                Send(world.Staff(), $"{one.Door}/merge", new { intoId = two.Id }), Send(world.Staff(), $"{two.Door}/merge", new { intoId = one.Id }));

            Assert.Single(answers, x => x.StatusCode is HttpStatusCode.NoContent);
            Assert.Single(new[] { await world.Look(one), await world.Look(two) }, x => x.Status is IssueStatus.Merged);
        }
    }

    [Fact]
    public async Task MergedIntoAMergedOne_AllGoOnInTheLast_AndCanBeTakenOutAgain()
    {
        var (one, two, three, staff) = (await world.Accepted(), await world.Accepted(), await world.Accepted(), world.Staff());
        await Send(staff, $"{one.Door}/merge", new { intoId = two.Id });
        await Is(HttpStatusCode.NoContent, await Send(staff, $"{two.Door}/merge", new { intoId = three.Id }));
        Assert.Equal(2, (await world.Look(three)).Merged.Count);

        await Is(HttpStatusCode.NoContent, await Send(staff, $"{one.Door}/unmerge", new { words = "不是一回事" }));

        Assert.Equal(IssueStatus.Accepted, (await world.Look(one)).Status);
        Assert.Single((await world.Look(three)).Merged);
    }

    [Fact]
    public async Task Unmerge_AfterTheOtherIsClosed_IsRefused()
    {
        var (duplicate, issue) = (await world.Accepted(), await world.Triaged());
        await Send(world.Staff(), $"{duplicate.Door}/merge", new { intoId = issue.Id });
        await world.Deliver(world.Resolution(issue.Id));
        Assert.Equal(IssueStatus.Closed, (await world.Look(issue)).Status);

        await Refused("issue.unmerged-too-late", await Send(world.Staff(), $"{duplicate.Door}/unmerge", new { }));
    }
}
