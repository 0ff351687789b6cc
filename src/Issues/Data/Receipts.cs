using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Time;

namespace Platform.Issues.Data;

/// <summary>Receipt numbers 310113008-2026-000123: without gaps per street and year, the year as the street counts it.</summary>
public static class Receipts
{
    /// <summary>The next number. Call it last and inside a transaction: until that ends, everybody else who reports in this street waits here.</summary>
    public static async Task<string> NextReceipt(this IssuesDb db, DateTimeOffset now, CancellationToken ct) => (await db.NextReceipts(1, now, ct))[0];

    /// <summary>The next ones, for what is entered together.</summary>
    public static async Task<IReadOnlyList<string>> NextReceipts(this IssuesDb db, int count, DateTimeOffset now, CancellationToken ct)
    {
        if (count == 0) return [];
        var street = await db.Street(ct);
        var year = now.DayIn(street.Zone).Year;
        var taken = await db.Database.SqlQuery<int>($"""
            INSERT INTO receipt_counters (tenant_id, year, last) VALUES ({db.TenantId}, {year}, {count})
            ON CONFLICT (tenant_id, year) DO UPDATE SET last = receipt_counters.last + {count}
            RETURNING last AS "Value"
            """).ToListAsync(ct);
        return [.. Enumerable.Range(taken[0] - count + 1, count)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{street.DivisionCode}-{year}-{x:000000}"))];
    }
}
