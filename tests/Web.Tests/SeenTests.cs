using System.Net;
using Platform.Web.Gateway;
using Xunit;

namespace Platform.Web.Tests;

/// <summary>What a form does counts only for what its page showed.</summary>
public sealed class SeenTests
{
    private static readonly Uri Issue = new("/api/v1/issues/7", UriKind.Relative), Accept = new("/api/v1/issues/7/accept", UriKind.Relative);

    [Fact]
    public async Task AnAct_AsksForTheVersionThatItsPageShowed()
    {
        using var reader = await Reader.With("t", "r", _ => Reader.Answer(HttpStatusCode.OK, version: 4));
        await reader.Client().GetAsync(Issue);
        var field = Seen.By(reader.Http).ToString();

        // The answer to the form: the page is loaded anew, at a newer version, before the form does its work.
        reader.Next((Seen.Field, field));
        using var later = reader.Client();
        Seen.By(reader.Http).Note("/api/v1/issues/7", 9);
        await later.PostAsync(Accept, null);

        Assert.Equal("/api/v1/issues/7=4", field);
        Assert.Equal("\"4\"", reader.Asked[^1].IfMatch);
    }

    [Fact]
    public async Task TheSecondStepOfOneForm_IsNotHinderedByTheFirst()
    {
        using var reader = await Reader.With("t", "r", _ => Reader.Answer(HttpStatusCode.OK));
        reader.Next((Seen.Field, "/api/v1/issues/7=4"));
        var client = reader.Client();

        await client.PostAsync(Accept, null);
        await client.PostAsync(Accept, null);

        Assert.Equal(["\"4\"", null], reader.Asked.Select(x => x.IfMatch));
    }

    [Theory]
    [InlineData("/api/v1/issues/70/accept")]
    [InlineData("/api/v1/issues/photos")]
    [InlineData("/api/v1/meetings/7/open")]
    public async Task WhatIsAboutSomethingElse_AsksForNothing(string address)
    {
        using var reader = await Reader.With("t", "r", _ => Reader.Answer(HttpStatusCode.OK));
        reader.Next((Seen.Field, "/api/v1/issues/7=4"));

        await reader.Client().PostAsync(new Uri(address, UriKind.Relative), null);

        Assert.Null(reader.Asked[^1].IfMatch);
    }

    [Fact]
    public async Task OfAThingAndItsPart_ThePartCounts_AndWhatIsNoVersionIsIgnored()
    {
        using var reader = await Reader.With("t", "r", _ => Reader.Answer(HttpStatusCode.OK));
        reader.Next((Seen.Field, "/api/v1/meetings/1=3 /api/v1/meetings/1/minutes=8 rubbish =5 /api/v1/x=-1 /api/v1/y=1\r\nX-Evil:1"));

        await reader.Client().PostAsync(new Uri("/api/v1/meetings/1/minutes/publish", UriKind.Relative), null);
        await reader.Client().PostAsync(new Uri("/api/v1/y/do", UriKind.Relative), null);

        Assert.Equal("\"8\"", reader.Asked[0].IfMatch);
        Assert.Null(reader.Asked[1].IfMatch);
    }
}
