using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Refusals;
using Platform.Kernel.Time;

namespace Platform.Gateway;

/// <summary>What the gateway itself says no to; the rest is the kernel's.</summary>
internal static class GatewayRefusals
{
    public static readonly Refusal BadToken = new("auth.token-invalid", StatusCodes.Status401Unauthorized);
}

/// <summary>The gateway's own answers: problem details in the reader's language.</summary>
internal static class Words
{
    private const int RetryAfterSeconds = 5;

    public static IServiceCollection AddWords(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<TimeProvider>(PlatformClock.From(configuration))
        .AddSingleton(new ResourceManager("Platform.Gateway.RefusalTexts", typeof(Words).Assembly))
        .AddSingleton<RefusalTexts>();

    public static void UseWords(this WebApplication app)
    {
        app.UseRequestLocalization(options => options
            .SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN", "en").AddSupportedUICultures("zh-CN", "en"));
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = x => x.Exception is RefusedException });
        app.UseStatusCodePages();
    }

    /// <summary>Answers with a refusal. Whoever should come back is told when.</summary>
    public static async Task Refuse(this HttpContext context, Refusal refusal, TimeSpan? retryAfter = null)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status is 429 or 503 or 504)
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling((retryAfter ?? TimeSpan.FromSeconds(RetryAfterSeconds)).TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = refusal.Status, Title = context.RequestServices.GetRequiredService<RefusalTexts>().Of(refusal),
                Extensions = { ["code"] = refusal.Code },
            },
        });
    }
}
