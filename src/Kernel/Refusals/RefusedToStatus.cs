using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Doors;

namespace Platform.Kernel.Refusals;

/// <summary>A refusal over gRPC: the status that fits, and the code as its detail.</summary>
internal sealed class RefusedToStatus(ILogger<RefusedToStatus> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (RefusedException refused)
        {
            if (refused.Refusal.Status == StatusCodes.Status403Forbidden) log.TellOfClosedDoor(context.GetHttpContext(), context.Method);
            throw new RpcException(new Status(StatusOf(refused.Refusal.Status), refused.Refusal.Code));
        }
        catch (Exception e) when (RefusedToProblem.OfOurDatabase(e))
        {
            // Whoever asked may ask again, and says in turn that we are away.
            throw new RpcException(new Status(StatusCode.Unavailable, KernelRefusals.Away.Code));
        }
    }

    private static StatusCode StatusOf(int http) => http switch
    {
        400 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        _ => StatusCode.FailedPrecondition,
    };
}
