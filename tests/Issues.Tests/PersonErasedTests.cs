using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Domain;
using Platform.Issues.Features;
using Platform.Kernel.Personal;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What a person takes away, and what is left once they had it erased.</summary>
public sealed class PersonErasedTests(IssuesWorld world)
{
    [Fact]
    public async Task PersonErased_TakesTheirWordsWith_ButLeavesTheOfficesFile()
    {
        var issue = await world.Accepted();
        await Is(HttpStatusCode.NoContent, await Send(issue.Author, $"{(await world.Accepted()).Door}/follow"));
        var comment = await Read<WriteComment.Answer>(await Send(issue.Author, $"{issue.Door}/comments", new { text = "我是三楼的毛毛雨" }));
        await Is(HttpStatusCode.NoContent, await Send(world.Staff(), $"{Root}/comments/{comment.Id}/show"));

        var told = await Read<PersonalData.View>(await issue.Author.GetAsync($"{Root}/people/{issue.AuthorId}/data"));
        Assert.Equal(["comments", "followers", "issues"], told.Tables.Select(x => x.Name).Order());
        Assert.Equal("我是三楼的毛毛雨", told.Tables.Single(x => x.Name == "comments").Rows.Single()["text"]);
        await Refused("auth.no-right", await world.As(Guid.CreateVersion7()).GetAsync($"{Root}/people/{issue.AuthorId}/data"));
        await Refused("not-found", await world.As(Guid.CreateVersion7() is var nobody ? nobody : default).GetAsync($"{Root}/people/{nobody}/data"));

        await world.Deliver(world.Fact(new PersonErased(), issue.AuthorId));

        var left = await world.In(world.Ours, db => db.Comments.AsNoTracking().SingleAsync(x => x.Id == comment.Id));
        Assert.Equal(("", CommentState.Hidden), (left.Text, left.State));
        Assert.False(await world.In(world.Ours, db => db.Followers.AnyAsync(x => x.PersonId == issue.AuthorId)));
        Assert.Equal("电线下的死角", await world.In(world.Ours, db => db.Issues.Where(x => x.Id == issue.Id).Select(x => x.Title).SingleAsync()));
    }

    [Fact]
    public async Task PersonErased_NobodyIsCalledBack()
    {
        var posted = await world.Posted();
        var author = await world.In(world.Ours, db => db.Issues.Where(x => x.Id == posted).Select(x => x.AuthorId).SingleAsync()) ?? await Owned(posted);

        await world.Deliver(world.Fact(new PersonErased(), author));

        Assert.Null(await world.In(world.Ours, db => db.PostedRequests.Where(x => x.IssueId == posted).Select(x => x.Contact).SingleAsync()));
    }

    // Whoever is called back may be nobody's phone yet: the row is given to somebody.
    private async Task<Guid> Owned(Guid posted)
    {
        var person = Guid.CreateVersion7();
        await world.In(world.Ours, db => db.Issues.Where(x => x.Id == posted).ExecuteUpdateAsync(x => x.SetProperty(i => i.AuthorId, person)));
        return person;
    }
}
