using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Platform.Kernel.Http;

/// <summary>
/// Whatever is refused under /open311, here or by the gateway, is written as GeoReport v2 has it: a list of errors, each the status and a description,
/// in the format that was asked for (XML, which every client must know, where none was). The description begins with our stable code.
/// </summary>
public sealed class GeoReportErrors(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public const string Root = "/open311", Xml = "text/xml; charset=utf-8", Json = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool WantsJson(PathString path) => path.Value?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) is true;

    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments(Root);

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.ProblemDetails.Status ??= context.HttpContext.Response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        var (problem, status) = (context.ProblemDetails, context.ProblemDetails.Status!.Value);
        return new ValueTask(Write(context.HttpContext, status, [$"{problem.Extensions["code"]}: {problem.Title}"]));
    }

    /// <summary>Answers with errors that are known already.</summary>
    public static Task Write(HttpContext context, int status, IReadOnlyList<string> descriptions)
    {
        context.Response.StatusCode = status;
        if (WantsJson(context.Request.Path))
        {
            context.Response.ContentType = Json;
            return context.Response.WriteAsync(new JsonArray([.. descriptions.Select(x => new JsonObject { ["code"] = status, ["description"] = x })]).ToJsonString(Readable));
        }

        context.Response.ContentType = Xml;
        return context.Response.WriteAsync(ToText(new XElement("errors", descriptions.Select(x => new XElement("error",
            new XElement("code", status.ToString(CultureInfo.InvariantCulture)), new XElement("description", Clean(x)))))));
    }

    /// <summary>With its declaration, which the standard asks for.</summary>
    public static string ToText(XElement root) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}";

    /// <summary>Without what XML cannot hold: somebody typed it, and one character must not spoil everybody's list.</summary>
    public static string Clean(string text)
    {
        if (text.EnumerateRunes().All(IsOfXml)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) if (IsOfXml(rune)) clean.Append(rune);
        return clean.ToString();
    }

    private static bool IsOfXml(Rune x) => x.Value is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r';
}
