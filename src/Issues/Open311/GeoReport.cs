using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Platform.Kernel.Http;

namespace Platform.Issues.Open311;

/// <summary>
/// An answer in the format that was asked for. One tree of fields serves both: JSON as it is; XML under the root's name, where a list's items bear the
/// singular of its name and nothing is an empty element.
/// </summary>
public sealed class GeoReport(string root, object what) : IResult
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> ItemOf = new()
    {
        ["services"] = "service", ["service_requests"] = "request", ["attributes"] = "attribute", ["values"] = "value", ["endpoints"] = "endpoint",
        ["formats"] = "format",
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (GeoReportErrors.WantsJson(httpContext.Request.Path))
        {
            httpContext.Response.ContentType = GeoReportErrors.Json;
            return JsonSerializer.SerializeAsync(httpContext.Response.Body, what, what.GetType(), Options, httpContext.RequestAborted);
        }

        httpContext.Response.ContentType = GeoReportErrors.Xml;
        return httpContext.Response.WriteAsync(GeoReportErrors.ToText(Element(root, JsonSerializer.SerializeToNode(what, what.GetType(), Options))));
    }

    private static XElement Element(string name, JsonNode? node) => node switch
    {
        JsonObject fields => new XElement(name, fields.Select(x => Element(x.Key, x.Value))),
        JsonArray items => new XElement(name, items.Select(x => Element(ItemOf[name], x))),
        null => new XElement(name, ""),
        _ => new XElement(name, node.GetValueKind() is JsonValueKind.String ? GeoReportErrors.Clean(node.GetValue<string>()) : node.ToJsonString()),
    };
}
