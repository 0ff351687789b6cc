using Microsoft.AspNetCore.Diagnostics;

namespace Platform.Web.Kit;

/// <summary>The four faces share the kit; operations wears the console's clothes.</summary>
public enum Face
{
    /// <summary>Residents, on phones.</summary>
    Portal,

    /// <summary>Committee staff and operators, at desks.</summary>
    Console,

    /// <summary>Leaders, on a wall.</summary>
    Screen,
}

/// <summary>Which face a request belongs to, read from its first segment; an error page wears the face of the page that failed.</summary>
public static class Faces
{
    public static Face Of(HttpContext context)
    {
        var path = new PathString(context.AskedPath());
        return path.StartsWithSegments("/console") || path.StartsWithSegments("/operations") ? Face.Console
            : path.StartsWithSegments("/screen") ? Face.Screen
            : Face.Portal;
    }

    /// <summary>The address that was asked for, also while an error page is being made in its place.</summary>
    public static string AskedPath(this HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Request.Path.Value ?? "/";

    /// <summary>Path and query, for links that come back here.</summary>
    public static string AskedAddress(this HttpContext context) =>
        context.AskedPath() + (context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? context.Request.QueryString.Value);
}
