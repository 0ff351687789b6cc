using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Kernel.Refusals;
using Xunit;

namespace Platform.Directory.Tests;

internal static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Refuses(Refusal refusal, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((refusal.Status, refusal.Code), ((int)answer.StatusCode, body.GetProperty("code").GetString()));
    }
}
