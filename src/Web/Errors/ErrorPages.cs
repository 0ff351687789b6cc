using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Platform.Web.Clients;
using Platform.Web.Gateway;
using Platform.Web.SignIn;

namespace Platform.Web.Errors;

/// <summary>
/// A page does not catch what it cannot mend. What the gateway answered while a page was loading becomes that page's own answer:
/// 404 and 403 as they are, 401 to sign-in, a gateway that is away to 503 with “try again”; anything else is 500.
/// </summary>
public static class ErrorPages
{
    private const string Page = "/error";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            CreateScopeForErrors = true,
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) != StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute(Page, createScopeForStatusCodePages: true);
        app.Use(ReadNotPosted);
        app.Use(AskToSignIn);
    }

    /// <summary>After UseAntiforgery: a form that came without its token is answered by our page, not by the framework's English line.</summary>
    public static void UseFormCheck(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>
    /// After UseFormCheck: a form that its page no longer has. Somebody else did what it asks for, or it was sent twice; what was typed is shown, so
    /// that it is not lost.
    /// </summary>
    public static void UseLateForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } || !context.Request.HasFormContentType) return;
        context.Response.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status409Conflict;
    });

    private static int StatusOf(Exception exception) => exception switch
    {
        ApiException { StatusCode: 400 or 403 or 404 or 429 } said => said.StatusCode == 400 ? 404 : said.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        _ when exception.IsAway() => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // In place of a failed POST the error page is only read; else its form's token would be judged again.
    private static Task ReadNotPosted(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static async Task AskToSignIn(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ApiException said) when (said.StatusCode == StatusCodes.Status401Unauthorized && !context.Response.HasStarted)
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path.Value!;
            context.Response.Redirect(SignInDoors.For(context.Request.Path, back));
        }
    }
}
