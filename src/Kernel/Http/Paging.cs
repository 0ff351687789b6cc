using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Data;
using Platform.Kernel.Refusals;

namespace Platform.Kernel.Http;

/// <summary>One page of a list, and where the next one begins; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A list's query: `?after=` is the last answer's `next`, `?limit=` 1 to 100 (20 unless told).</summary>
public sealed record PageQuery(string? After = null, int? Limit = null)
{
    public const int Default = 20, Most = 100;

    public int Size => Math.Clamp(Limit ?? Default, 1, Most);
}

/// <summary>Keyset paging: each page starts after the last row of the one before, so page 1,000 costs what page 1 does.</summary>
public static class Paging
{
    /// <summary>Newest first, by id: ids are UUIDv7 and grow with time.</summary>
    public static Task<Page<TView>> NewestFirst<T, TView>(
        this IQueryable<T> rows, PageQuery page, System.Linq.Expressions.Expression<Func<T, TView>> view, Func<TView, Guid> id, CancellationToken ct)
        where T : TenantRow => rows.NewestAfter(page).Select(view).Take(page.Size + 1).ToPage(page.Size, x => Encode(id(x)), ct);

    /// <summary>Newest first, from where the page before ended.</summary>
    /// <exception cref="RefusedException">400 paging.bad-cursor.</exception>
    public static IQueryable<T> NewestAfter<T>(this IQueryable<T> rows, PageQuery page) where T : TenantRow
    {
        if (page.After is not null)
        {
            var after = DecodeId(page.After);
            rows = rows.Where(x => x.Id < after);
        }

        return rows.OrderByDescending(x => x.Id);
    }

    /// <summary>Cuts the row that only tells whether there is more. The query orders, and takes one more than the size.</summary>
    public static async Task<Page<TView>> ToPage<TView>(this IQueryable<TView> rows, int size, Func<TView, string> cursor, CancellationToken ct)
    {
        var found = await rows.ToListAsync(ct);
        if (found.Count <= size) return new Page<TView>(found, null);
        found.RemoveAt(size);
        return new Page<TView>(found, cursor(found[^1]));
    }

    /// <summary>An opaque cursor of the sort keys of the last row.</summary>
    public static string Encode(params ReadOnlySpan<object> keys)
    {
        var parts = new string[keys.Length];
        for (var i = 0; i < keys.Length; i++) parts[i] = Convert.ToString(keys[i], CultureInfo.InvariantCulture)!;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
    }

    /// <exception cref="RefusedException">400 paging.bad-cursor: not one of ours.</exception>
    public static string[] Decode(string cursor)
    {
        try { return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n'); }
        catch (FormatException) { throw new RefusedException(KernelRefusals.BadCursor); }
    }

    /// <summary>The id that a cursor begins with.</summary>
    /// <exception cref="RefusedException">400 paging.bad-cursor.</exception>
    public static Guid DecodeId(string cursor) => Guid.TryParse(Decode(cursor)[0], out var id) ? id : throw new RefusedException(KernelRefusals.BadCursor);
}

/// <summary>Lists that are never long.</summary>
public static class WholeLists
{
    /// <summary>This list comes whole, for this reason.</summary>
    public static RouteHandlerBuilder Whole(this RouteHandlerBuilder door, string reason) => door.WithMetadata(new WholeListAttribute(reason));
}

/// <summary>Why a list comes whole: said at its door, since a list that grows must be paged.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WholeListAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
