using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Platform.Kernel.Http;

/// <summary>
/// Writes a refusal as JSON also for whoever says that they take none (`Accept: text/html`, or rubbish). The framework's writer declines
/// there, and the refusal would be a bare line without its code, or a failure of ours where it was thrown. Asked after the framework's.
/// </summary>
internal sealed class ProblemsForAll(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => !context.HttpContext.Response.HasStarted;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.ProblemDetails.Status ??= context.HttpContext.Response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, context.ProblemDetails.GetType(), options: null, contentType: "application/problem+json"));
    }
}
