using System.Net.Http.Headers;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class SizeTests(GatewayWorld world) : IClassFixture<GatewayWorld>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Request_ThatIsTooLarge_IsRefused_ThoughItHidesItsLength()
    {
        using var fits = new ByteArrayContent(new byte[Megabyte]);
        Assert.Equal(Megabyte, (await world.Member.PostAsync("/api/v1/meetings", fits).Told()).BodyLength);

        using var large = new ByteArrayContent(new byte[Megabyte + 1]);
        using var declared = await world.Member.PostAsync("/api/v1/meetings", large).Refused(413, "request.too-large");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/meetings") { Content = new ByteArrayContent(new byte[Megabyte + 1]) };
        request.Headers.TransferEncodingChunked = true;
        using var hidden = await world.Member.SendAsync(request).Refused(413, "request.too-large");
    }

    [Theory]
    [InlineData("/api/v1/issues/123/evidence", 12, true), InlineData("/api/v1/issues/123/evidence", 14, false)]
    [InlineData("/api/v1/issues/with-photos", 94, true), InlineData("/api/v1/issues/with-photos", 96, false)]
    [InlineData("/api/v1/issues/imports/", 32, true), InlineData("/api/v1/issues/imports", 34, false), InlineData("/api/v1/issues/imports/x", 14, false)]
    public async Task Photos_AreLetThrough_AsManyAsTheRouteTakes(string path, int megabytes, bool passes)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(new byte[megabytes * Megabyte]);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, "photos", "a.jpg");
        if (passes) Assert.True((await world.Member.PostAsync(path, form).Told()).BodyLength > megabytes * Megabyte);
        else using (await world.Member.PostAsync(path, form).Refused(413, "request.too-large")) { }
    }
}
