using System.Globalization;
using Platform.Web.Reading;

namespace Platform.Web.Portal;

/// <summary>
/// A page that says the same to whoever comes by is rendered once in ten seconds: for each street, language and size of type, and only under its plain
/// address. Somebody who is signed in gets it rendered for themselves.
/// </summary>
public static class RenderedOnce
{
    public const string Policy = nameof(RenderedOnce);

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    // Whoever makes addresses up (other hosts, other streets) fills no more than this.
    private const int Bytes = 8 * 1024 * 1024;

    public static void AddRenderedOnce(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.SizeLimit = Bytes;
        // As the streets' short names are.
        options.UseCaseSensitivePaths = true;
        options.AddPolicy(Policy, x => x
            .With(asked => !asked.HttpContext.Request.QueryString.HasValue)
            .VaryByValue(http => KeyValuePair.Create("reading", $"{CultureInfo.CurrentUICulture.Name} {http.IsElder()}"))
            // Nobody waits for another's page: it is quickly made.
            .SetLocking(false)
            .Expire(AtMost));
    });
}
