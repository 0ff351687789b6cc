using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;

namespace Platform.Gateway;

/// <summary>So many requests a second in the long run, and so many at once.</summary>
public sealed record Rate
{
    public int PerSecond { get; init; }
    public int Burst { get; init; }
}

/// <summary>
/// How often one may ask, from Gateway:Limits; each gateway process counts for itself. Generous to people at work, strict to whoever knocks
/// without a token: codes, sign-in and the look-up of receipts are where guessing would pay.
/// </summary>
public sealed record Limits
{
    public Rate Tenant { get; init; } = new() { PerSecond = 1_000, Burst = 5_000 };
    public Rate Subject { get; init; } = new() { PerSecond = 200, Burst = 1_000 };
    public Rate Address { get; init; } = new() { PerSecond = 100, Burst = 600 };
    public Rate Key { get; init; } = new() { PerSecond = 10, Burst = 300 };
    public Rate Knocking { get; init; } = new() { PerSecond = 2, Burst = 120 };
}

internal static class LimitSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Gateway:Limits").Get<Limits>() ?? new Limits();
        services.Configure<Sizes>(configuration.GetSection("Gateway:Sizes"));
        return services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                By(limits.Tenant, x => Claim(x, EnterByToken.TenantClaim)),
                By(limits.Subject, x => Claim(x, EnterByToken.PersonClaim)),
                By(limits.Address, x => SignedIn(x) ? null : AddressOf(x)),
                By(limits.Key, Open311Keys.Of),
                By(limits.Knocking, x => Knocks(x) ? AddressOf(x) : null));
            options.OnRejected = async (context, _) =>
            {
                var retryAfter = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
                await context.HttpContext.Refuse(KernelRefusals.TooMany, retryAfter);
            };
        });
    }

    private static PartitionedRateLimiter<HttpContext> By(Rate rate, Func<HttpContext, string?> whose) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => whose(context) is { } key
            ? RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = rate.Burst, TokensPerPeriod = rate.PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(""));

    private static bool SignedIn(HttpContext context) => context.User.Identity is { IsAuthenticated: true };

    private static string? Claim(HttpContext context, string type) => SignedIn(context) ? context.User.FindFirst(type)?.Value : null;

    // Whatever is posted without a token: a code asked for or tried, a password, a receipt looked up, an issue reported. Who has an Open311 key, or
    // pretends to, is counted by it, and by the address like everybody.
    private static bool Knocks(HttpContext context) =>
        !SignedIn(context) && HttpMethods.IsPost(context.Request.Method) && Open311Keys.Of(context) is null
        && (context.Request.Path.StartsWithSegments(GeoReportErrors.Root) || context.Request.Path.StartsWithSegments("/account") || context.Request.Path.StartsWithSegments("/api"));

    // A household has a whole /64 of IPv6: counted as one.
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString()
            : address.ToString();
    }
}
