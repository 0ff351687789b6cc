using System.Net;
using System.Text;
using NetVips;
using Platform.Contracts.Directory.V1;
using Platform.Issues.Features;
using Platform.Issues.Photos;
using Xunit;
using static Platform.Issues.Tests.IssuesWorld;

namespace Platform.Issues.Tests;

/// <summary>What somebody sends as a photo, and what is kept of it.</summary>
public sealed class PhotoTests(IssuesWorld world)
{
    [Fact]
    public async Task Photo_IsMadeSmallAndUpright_AndSaysNothingOfWhoTookItWhere()
    {
        var http = world.As(Guid.CreateVersion7());
        var sent = TestPhotos.WithExif(2000, 1000);
        Assert.Contains("zhangsan", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);

        var id = await world.Uploaded(http, sent);

        var kept = await http.GetByteArrayAsync($"{Root}/photos/{id}");
        using var picture = Image.NewFromBuffer(kept);
        Assert.Equal((640, 1280), (picture.Width, picture.Height));
        Assert.DoesNotContain(picture.GetFields(), x => x.StartsWith("exif", StringComparison.Ordinal));
        Assert.DoesNotContain("zhangsan", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_IsKnownByItsContent_WhateverItIsCalled()
    {
        var http = world.As(Guid.CreateVersion7());

        foreach (var photo in new[] { TestPhotos.Jpeg(), TestPhotos.Png(), TestPhotos.Webp() })
            await Is(HttpStatusCode.Created, await Upload(http, photo, "../../x.txt", "text/plain"));
        foreach (var lie in new[] { "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "GIF89a", "" })
            await Refused("photo.not-a-photo", await Upload(http, Encoding.ASCII.GetBytes(lie)));
        // An iPhone's: read where the image library can, else told what to do.
        await Refused("photo.heic", await Upload(http, [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8]));
        await Refused("photo.broken", await Upload(http, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4]));
        await Refused("photo.broken", await Upload(http, TestPhotos.Png(600, 600)[..60]));
        await Refused("photo.too-many-pixels", await Upload(http, TestPhotos.Bomb()));
        await Refused("photo.too-large", await Upload(http, [0xFF, 0xD8, 0xFF, .. new byte[Pictures.BytesAtMost]]));
    }

    [Fact]
    public async Task Photo_IsForItsAuthorAndTheAreasStaff_AndNobodyElse()
    {
        var person = Guid.CreateVersion7();
        var photo = await world.Uploaded(world.As(person));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Staff().GetAsync($"{Root}/photos/{photo}")).StatusCode);
        await world.Reported(author: person, photos: [photo]);

        Assert.Equal(HttpStatusCode.OK, (await world.As(person).GetAsync($"{Root}/photos/{photo}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Staff().GetAsync($"{Root}/photos/{photo}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.As(Guid.CreateVersion7()).GetAsync($"{Root}/photos/{photo}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.As(world.Somebody(Role.PropertyManager)).GetAsync($"{Root}/photos/{photo}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.As(person, world.Theirs).GetAsync($"{Root}/photos/{photo}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Anonymous().GetAsync($"{Root}/photos/{photo}")).StatusCode);
        // Nobody attaches it a second time.
        var again = new { title = "又一件", text = "正文正文", category = "other", areaId = world.Building12, photoIds = new[] { photo } };
        await Refused("photo.unknown", await Send(world.As(person), $"{Root}/", again));
    }

    [Fact]
    public async Task Report_AsOneFormWithNinePhotos_IsTaken_AndWithTenIsNot()
    {
        var http = world.As(Guid.CreateVersion7());
        MultipartFormDataContent Form(int photos)
        {
            var form = new MultipartFormDataContent
            {
                { new StringContent("楼道堆物"), "title" }, { new StringContent("堆了半年"), "text" }, { new StringContent("safety"), "category" },
                { new StringContent($"{world.Building13}"), "areaId" }, { new StringContent("poster-12"), "campaign" }, { new StringContent("true"), "hideName" },
            };
            for (var i = 0; i < photos; i++) form.Add(new ByteArrayContent(TestPhotos.Jpeg()), "photos", $"{i}.jpg");
            return form;
        }

        var taken = await http.PostAsync($"{Root}/with-photos", Form(9));
        await Is(HttpStatusCode.Created, taken);
        await Refused("photo.too-many", await http.PostAsync($"{Root}/with-photos", Form(10)));

        var told = await Read<ReportIssue.Answer>(taken);
        var seen = await world.Look(new Case(told.Id, told.ReceiptNumber, Guid.Empty, http));
        Assert.Equal((9, Contracts.Issues.V1.Channel.Poster, "poster-12", true), (seen.PhotoIds.Count, seen.Channel, seen.Campaign, seen.HideName));
    }

    [Fact]
    public async Task Photo_ThatNobodyAttaches_IsForgottenAfterADay()
    {
        var http = world.As(Guid.CreateVersion7());
        var photo = await world.Uploaded(http);
        world.Clock.Pass(TimeSpan.FromHours(25));

        await world.Services.GetRequiredService<ForgetPhotos>().Run(default);

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Root}/photos/{photo}")).StatusCode);
        Assert.Empty(Directory.GetFiles(world.StateDirectory, $"{photo}*", SearchOption.AllDirectories));
    }
}
