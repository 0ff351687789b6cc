using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Platform.Web.SignIn;

namespace Platform.Web.Reading;

/// <summary>How someone reads: language and size of type. Both live in a cookie and are set by a plain link, without a script.</summary>
public static class ReadingSetup
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Chinese first.</summary>
    public static readonly string[] Languages = [Chinese, English];

    public const string ElderCookie = "gz-elder";

    public static void AddReading(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Chinese).AddSupportedCultures(Chinese, English).AddSupportedUICultures(Chinese, English);
            // Chinese first: only the reader's own choice changes it, not the browser's setting.
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "gz-language" }];
        });
        // Chinese as Chinese, not as &#x entities, which would triple each page.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(options => options.EnableForHttps = true);
    }

    public static void UseReading(this IApplicationBuilder app)
    {
        app.UseResponseCompression();
        app.UseRequestLocalization();
    }

    public static void MapReading(this IEndpointRouteBuilder app) =>
        app.MapGet("/reading", Set).AllowAnonymous();

    /// <summary>True in 大字版.</summary>
    public static bool IsElder(this HttpContext context) => context.Request.Cookies[ElderCookie] == "1";

    private static IResult Set(HttpContext context, string? language, bool? elder, string? returnUrl)
    {
        var year = new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true };
        if (language is Chinese or English)
            context.Response.Cookies.Append("gz-language",
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(language))), year);
        if (elder is not null)
            context.Response.Cookies.Append(ElderCookie, elder.Value ? "1" : "0", year);
        return Results.LocalRedirect(SignInDoors.Local(returnUrl));
    }
}
