using System.Globalization;

namespace Platform.Web.Gateway;

/// <summary>
/// What a page was made of: the address of each thing that was read for it, with the version that it had. A desk's forms carry this along, and what
/// they do counts only if nobody changed that thing meanwhile: of two clerks at once the later one is told, and overwrites nothing.
/// </summary>
public sealed class Seen
{
    /// <summary>The hidden field that PostForm writes.</summary>
    public const string Field = "_seen";

    private readonly SortedDictionary<string, int> _versions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was read for this request so far.</summary>
    public static Seen By(HttpContext context) => Of(context, nameof(By), _ => { });

    /// <summary>What the form that is being answered was made of.</summary>
    public static Seen InForm(HttpContext context) => Of(context, nameof(InForm), seen => seen.Read(context.Request));

    private static Seen Of(HttpContext context, string which, Action<Seen> begin)
    {
        var key = (typeof(Seen), which);
        if (context.Items[key] is Seen already) return already;
        var seen = new Seen();
        begin(seen);
        context.Items[key] = seen;
        return seen;
    }

    private void Read(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return;
        foreach (var pair in request.Form[Field].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (pair.LastIndexOf('=') is > 0 and var at && int.TryParse(pair.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                Note(pair[..at], version);
    }

    /// <summary>A thing was read: its address in the API, and its version. Lists say versions of many things without an ETag.</summary>
    public void Note(string address, int version)
    {
        lock (_versions) _versions[address] = version;
    }

    /// <summary>The thing that a write to this address is about: /api/v1/issues/{id}/accept is about /api/v1/issues/{id}.</summary>
    public (string Address, int Version)? Under(string address)
    {
        lock (_versions)
            return _versions.Where(x => address.Equals(x.Key, StringComparison.OrdinalIgnoreCase) || address.StartsWith(x.Key + "/", StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(x => x.Key.Length).Select(x => ((string, int)?)(x.Key, x.Value)).FirstOrDefault();
    }

    /// <summary>It was changed by us: what one form does in several steps stands in nobody's way but others'.</summary>
    public void Forget(string address)
    {
        lock (_versions) _versions.Remove(address);
    }

    /// <summary>As the hidden field says it.</summary>
    public override string ToString()
    {
        lock (_versions) return string.Join(' ', _versions.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Key}={x.Value}")));
    }
}
