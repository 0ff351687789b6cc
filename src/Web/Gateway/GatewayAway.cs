using Platform.Web.Clients;

namespace Platform.Web.Gateway;

/// <summary>Tells “the service is away, try again” from “the service said no”.</summary>
public static class GatewayAway
{
    public static bool IsAway(this Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: null } => true,
        HttpRequestException { StatusCode: { } status } => (int)status is 502 or 503 or 504,
        ApiException said => said.StatusCode is 502 or 503 or 504,
        TaskCanceledException { InnerException: TimeoutException } => true,
        // Polly's own exceptions (timeout, open circuit), without a reference to Polly here.
        _ => exception.GetType().Namespace?.StartsWith("Polly", StringComparison.Ordinal) == true,
    };
}
