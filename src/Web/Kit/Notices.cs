using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Web.Kit;

/// <summary>
/// A word that survives one redirect (“已受理”): said after a form did its work, shown once on top of the next page. It travels in a
/// short-lived cookie, so it works without a script and on any replica.
/// </summary>
public sealed class Notices(IHttpContextAccessor accessor)
{
    private const string Cookie = "gz-notice";
    private string? _taken;

    /// <summary>To be shown on the next page.</summary>
    public void Say(string text) => accessor.HttpContext?.Response.Cookies.Append(
        Cookie, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text)),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });

    /// <summary>What the page before left to say, once.</summary>
    public string? Take()
    {
        if (_taken is not null || accessor.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { } left) return _taken;
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return _taken = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(left));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
