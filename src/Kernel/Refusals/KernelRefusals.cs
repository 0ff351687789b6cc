using Microsoft.AspNetCore.Http;

namespace Platform.Kernel.Refusals;

/// <summary>What every service refuses in the same words.</summary>
public static class KernelRefusals
{
    public static readonly Refusal NotSignedIn = new("auth.not-signed-in", StatusCodes.Status401Unauthorized);
    public static readonly Refusal NoRight = new("auth.no-right", StatusCodes.Status403Forbidden);
    public static readonly Refusal OutsideYourArea = new("rights.outside-your-area", StatusCodes.Status403Forbidden);
    public static readonly Refusal NotFound = new("not-found", StatusCodes.Status404NotFound);
    public static readonly Refusal UnknownStreet = new("tenant.unknown", StatusCodes.Status404NotFound);
    public static readonly Refusal UnknownArea = new("area.unknown", StatusCodes.Status400BadRequest);
    public static readonly Refusal Stale = new("conflict.stale", StatusCodes.Status412PreconditionFailed);
    public static readonly Refusal BadCursor = new("paging.bad-cursor", StatusCodes.Status400BadRequest);
    public static readonly Refusal BadKey = new("idempotency.bad-key", StatusCodes.Status400BadRequest);
    public static readonly Refusal KeyUsedDifferently = new("idempotency.key-used-differently", StatusCodes.Status422UnprocessableEntity);
    public static readonly Refusal Malformed = new("request.malformed", StatusCodes.Status400BadRequest);
    public static readonly Refusal Invalid = new("request.invalid", StatusCodes.Status400BadRequest);
    public static readonly Refusal TooLarge = new("request.too-large", StatusCodes.Status413PayloadTooLarge);
    public static readonly Refusal TooMany = new("request.too-many", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal TooManyTries = new("phone.too-many-tries", StatusCodes.Status429TooManyRequests);
    public static readonly Refusal WrongMediaType = new("request.wrong-media-type", StatusCodes.Status415UnsupportedMediaType);
    public static readonly Refusal WrongMethod = new("request.wrong-method", StatusCodes.Status405MethodNotAllowed);
    public static readonly Refusal BadPhone = new("phone.invalid", StatusCodes.Status400BadRequest);
    public static readonly Refusal Away = new("service.away", StatusCodes.Status503ServiceUnavailable);
    public static readonly Refusal Unexpected = new("unexpected", StatusCodes.Status500InternalServerError);

    /// <summary>The refusal that a bare status stands for, where the framework answered before any of our code could.</summary>
    public static Refusal Of(int status) => status switch
    {
        400 => Malformed,
        401 => NotSignedIn,
        403 => NoRight,
        404 => NotFound,
        405 => WrongMethod,
        413 => TooLarge,
        415 => WrongMediaType,
        429 => TooMany,
        502 or 503 or 504 => Away,
        _ => Unexpected,
    };
}
