using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>Problem details as the platform writes them: a code, a sentence in the reader's language, fields named as they were sent.</summary>
public static class Problems
{
    public static IServiceCollection AddPlatformProblems(this IServiceCollection services) => services
        .AddSingleton<IProblemDetailsWriter, GeoReportErrors>()
        .AddProblemDetails(options => options.CustomizeProblemDetails = Complete)
        .AddSingleton<IProblemDetailsWriter, ProblemsForAll>()
        .AddExceptionHandler<RefusedToProblem>();

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code")) return;
        var invalid = problem is HttpValidationProblemDetails;
        var refusal = invalid ? KernelRefusals.Invalid : KernelRefusals.Of(problem.Status ?? 500);
        problem.Title = context.HttpContext.RequestServices.GetRequiredService<RefusalTexts>().Of(refusal);
        problem.Type = null;
        problem.Extensions["code"] = refusal.Code;
        if (problem is HttpValidationProblemDetails { Errors: var errors } named)
            named.Errors = errors.ToDictionary(x => AsSent(x.Key), x => x.Value);
    }

    // Items[0].DueOn -> items[0].dueOn
    private static string AsSent(string key) =>
        string.Join('.', key.Split('.').Select(x => x.Length == 0 ? x : char.ToLowerInvariant(x[0]) + x[1..]));
}
