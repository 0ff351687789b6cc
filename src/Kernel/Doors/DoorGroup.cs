using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Platform.Kernel.Doors;

/// <summary>
/// Doors whose addresses begin alike. What each takes and answers is known at once; the code that makes a handler's parameters of a request is built when
/// somebody first asks: a service has some hundred doors, and to build all was nearly half of its start.
/// </summary>
public sealed class DoorGroup(RouteGroupBuilder group) : IEndpointConventionBuilder
{
    private static readonly string[] Get = [HttpMethods.Get], Post = [HttpMethods.Post], Put = [HttpMethods.Put], Delete = [HttpMethods.Delete];

    private readonly IEndpointConventionBuilder _conventions = group;

    public RouteHandlerBuilder MapGet(string pattern, Delegate handler) => Map(pattern, handler, Get);

    public RouteHandlerBuilder MapPost(string pattern, Delegate handler) => Map(pattern, handler, Post);

    public RouteHandlerBuilder MapPut(string pattern, Delegate handler) => Map(pattern, handler, Put);

    public RouteHandlerBuilder MapDelete(string pattern, Delegate handler) => Map(pattern, handler, Delete);

    public DoorGroup MapGroup(string prefix) => new(group.MapGroup(prefix));

    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    public void Finally(Action<EndpointBuilder> finallyConvention) => _conventions.Finally(finallyConvention);

    private RouteHandlerBuilder Map(string pattern, Delegate handler, string[] methods) =>
        RouteHandlerServices.Map(group, pattern, handler, methods, RequestDelegateFactory.InferMetadata, OnFirstUse);

    private static RequestDelegateResult OnFirstUse(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? known)
    {
        var built = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, known).RequestDelegate);
        return new RequestDelegateResult(context => built.Value(context), known?.EndpointMetadata ?? []);
    }
}

public static class DoorGroups
{
    /// <summary>Doors whose addresses begin so.</summary>
    public static DoorGroup MapDoors(this IEndpointRouteBuilder app, string prefix) => new(app.MapGroup(prefix));
}
