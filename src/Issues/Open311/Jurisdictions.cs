using Microsoft.EntityFrameworkCore;
using Platform.Issues.Data;
using Platform.Issues.Domain;
using Platform.Kernel.Doors;
using Platform.Kernel.Refusals;

namespace Platform.Issues.Open311;

/// <summary>The street that a request is for: jurisdiction_id, its short name or its division code, behind the ? or in the form.</summary>
public static class Jurisdictions
{
    private const string Name = "jurisdiction_id";

    /// <summary>Said at every door of the endpoint.</summary>
    public static readonly StreetNamedElsewhere Named = new(Of);

    private static async Task<string> Of(HttpContext context)
    {
        var sent = context.Request.Query[Name] is [{ Length: > 0 } asked, ..] ? asked : (await Form(context.Request))[Name].ToString();
        if (sent.Length is 0) throw new RefusedException(IssueRefusals.NoJurisdiction);
        if (!sent.All(char.IsAsciiDigit)) return sent;
        var db = context.RequestServices.GetRequiredService<IssuesDb>();
        // Two streets under one code: neither is meant.
        return await db.Streets.Where(x => x.DivisionCode == sent).OrderBy(x => x.Id).Select(x => x.Code).Take(2).ToListAsync(context.RequestAborted) is [var code] ? code : sent;
    }

    /// <summary>What was posted; empty where it was no form. It can be read again: an idempotency key looks at it too.</summary>
    public static async Task<IFormCollection> Form(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return FormCollection.Empty;
        request.EnableBuffering();
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            request.Body.Position = 0;
            return form;
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(KernelRefusals.Malformed);
        }
    }
}
