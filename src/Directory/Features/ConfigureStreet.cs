using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Http;

namespace Platform.Directory.Features;

/// <summary>The street's own settings.</summary>
public static class ConfigureStreet
{
    public sealed record View(Guid Id, string Code, string Name, string DivisionCode, string TimeZone, IReadOnlyList<string> Languages, int Version);

    public sealed record Request(
        [property: Needed][property: Text(100)] string? Name, [property: Needed][property: Text(64)] string? TimeZone,
        [property: Needed][property: AllowedLanguages] string[]? Languages);

    internal static async Task<Ok<View>> Show(DirectoryDb db, HttpResponse response, CancellationToken ct) =>
        TypedResults.Ok(ViewOf(await db.Street(ct), response));

    internal static async Task<Ok<View>> Change(Request request, DirectoryDb db, HttpResponse response, CancellationToken ct)
    {
        var street = await db.Find<Street>(db.TenantId, ct);
        street.Configure(request.Name!.Trim(), request.TimeZone!, request.Languages!);
        db.Entry(await db.Addresses.SingleAsync(x => x.Id == street.Id, ct)).Property(x => x.Name).CurrentValue = street.Name;
        db.Say(street, street.Configured());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ViewOf(street, response));
    }

    private static View ViewOf(Street x, HttpResponse response)
    {
        response.SetVersion(x.Version);
        return new View(x.Id, x.Code, x.Name, x.DivisionCode, x.TimeZone, x.Languages, x.Version);
    }

    /// <summary>The languages that the platform speaks.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    internal sealed class AllowedLanguagesAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is null or string[] { Length: > 0 } && ((string[]?)value ?? []).All(x => x is "zh-CN" or "en");

        public override string FormatErrorMessage(string name) => "zh-CN, en";
    }
}
