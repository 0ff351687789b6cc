namespace Platform.Web.Errors;

/// <summary>What every answer says to browsers: only our own scripts and styles, no framing, no guessing of types, no leaking of addresses.</summary>
public static class SafeHeaders
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public static void UseSafeHeaders(this WebApplication app)
    {
        // A form that ends in a redirect to the sign-in or sign-out page of the issuer counts as sent there.
        var policy = Policy + " " + new Uri(app.Configuration["Platform:Issuer"] ?? "http://localhost:8081/").GetLeftPart(UriPartial.Authority);
        app.Use((context, next) =>
        {
            // At the very end: what becomes an error page has lost the headers that it had before.
            context.Response.OnStarting(() => Say(context, policy));
            return next(context);
        });
    }

    private static Task Say(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
