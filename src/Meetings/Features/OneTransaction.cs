using Platform.Meetings.Data;

namespace Platform.Meetings.Features;

/// <summary>Every write is one transaction, so that what it holds (<see cref="MeetingsDb.Hold"/>) stays held until it has committed.</summary>
public sealed class OneTransaction : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<MeetingsDb>();
        if (HttpMethods.IsGet(http.Request.Method) || db.Database.CurrentTransaction is not null) return await next(context);
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var answer = await next(context);
        await transaction.CommitAsync(http.RequestAborted);
        return answer;
    }
}
