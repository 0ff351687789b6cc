using System.Net;
using System.Text;
using Platform.Kernel.Http;
using Xunit;

namespace Platform.Kernel.Tests;

/// <summary>A form with files and an Idempotency-Key, sent again: whoever sends it chooses another boundary each time.</summary>
public class RepeatedFormTests(ProbeWorld world)
{
    private readonly string _key = $"form {Guid.CreateVersion7()}";

    [Fact]
    public async Task SameParts_UnderAnotherBoundary_AreTheSameRequest()
    {
        var staff = world.Staff();
        var first = await Send(staff, Form("one", "a photo", 10));
        var again = await Send(staff, Form("another", "a photo", 10));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnotherPart_IsAnotherRequest()
    {
        var staff = world.Staff();
        await Send(staff, Form("one", "a photo", 10));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(staff, Form("one", "a photo", 11))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(staff, Form("one", "b photo", 10))).StatusCode);
    }

    /// <summary>What was one part's text must not be taken for two parts.</summary>
    [Fact]
    public async Task TextThatLooksLikeAPart_IsAnotherRequest()
    {
        var staff = world.Staff();
        await Send(staff, new MultipartFormDataContent("one") { { new StringContent("x\r\n--two\r\n"), "text" }, { Bytes(3), "file", "f" } });
        var other = await Send(staff, new MultipartFormDataContent("two") { { new StringContent("x\r\n--one\r\n"), "text" }, { Bytes(3), "file", "f" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    /// <summary>The endpoint says how much it takes; having a key must not make that less.</summary>
    [Fact]
    public async Task LargeForm_IsTakenWithAKeyAsWithout()
    {
        const int photo = 10 * 1024 * 1024;
        var taken = await Send(world.Staff(), new MultipartFormDataContent { { new StringContent("a photo"), "text" }, { Bytes(photo), "file", "a" }, { Bytes(photo), "file", "b" } });
        Assert.True(taken.StatusCode == HttpStatusCode.Created, await taken.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task BrokenForm_IsRefused_NotAFailure()
    {
        var broken = new ByteArrayContent(Encoding.ASCII.GetBytes("--one\r\nContent-Disposition: form-data; na"));
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=one");
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(world.Staff(), broken)).StatusCode);
    }

    private Task<HttpResponseMessage> Send(HttpClient http, HttpContent form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/probe/notes/with-file") { Content = form };
        request.Headers.Add(Idempotency.Header, _key);
        return http.SendAsync(request);
    }

    private static MultipartFormDataContent Form(string boundary, string text, int bytes) =>
        new(boundary) { { new StringContent(text), "text" }, { Bytes(bytes), "file", "f.bin" } };

    private static ByteArrayContent Bytes(int count) => new(new byte[count]);
}
