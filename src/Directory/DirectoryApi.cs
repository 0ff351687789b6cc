using Platform.Directory.Features;
using Platform.Kernel.Doors;

namespace Platform.Directory;

/// <summary>Every door of Directory, and who may pass it.</summary>
internal static class DirectoryApi
{
    public static void MapDirectory(this IEndpointRouteBuilder app)
    {
        var directory = app.MapGroup("/api/v1/directory").WithTags("Directory");

        directory.MapPost("/public/{street}/codes", SendCode.Handle).ForAnyone().WithName("SendCode").WithSummary("Send a one-time code to a phone");
    }
}
