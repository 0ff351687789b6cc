using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Data;
using Platform.Kernel.Personal;

namespace Platform.Directory.SignIn;

/// <summary>Slows down whoever goes through phones or receipt numbers. A try is counted before it is looked at, so that many at once gain nothing.</summary>
internal static class PhoneGuesses
{
    /// <returns>How long to wait before this try is looked at; zero where it counts now.</returns>
    public static async Task<TimeSpan> CountTry(this DirectoryDb db, Phones phones, string phone, string lookedUp, DateTimeOffset now, CancellationToken ct)
    {
        var keys = Keys(phones, phone, lookedUp);
        // Who must wait for the one is not counted for the other: else guessing at a receipt would shut out its author's phone.
        if (await db.PhoneTries.Where(x => keys.Contains(x.Of) && x.OpenAt > now).MaxAsync(x => (DateTimeOffset?)x.OpenAt, ct) is { } shut) return shut - now;
        // Always in the same order: two tries that share both rows must not wait for one another.
        return await db.InOne(async () =>
        {
            foreach (var of in keys)
                if (await Count(db, of, now, ct) is { } openAt) return openAt - now;
            return TimeSpan.Zero;
        }, ct);
    }

    /// <summary>It was right: nothing was guessed.</summary>
    public static async Task ForgetTries(this DirectoryDb db, Phones phones, string phone, string lookedUp, DateTimeOffset now, CancellationToken ct)
    {
        var (keys, yesterday) = (Keys(phones, phone, lookedUp), now.AddDays(-1));
        await db.PhoneTries.Where(x => keys.Contains(x.Of) || x.At < yesterday).ExecuteDeleteAsync(ct);
    }

    private static byte[][] Keys(Phones phones, string phone, string lookedUp) => [phones.HashOf($"receipt:{lookedUp}"), phones.HashOf($"guessed:{phone}")];

    // Who must wait changes nothing: the wait is that of the last try which was looked at.
    private static async Task<DateTimeOffset?> Count(DirectoryDb db, byte[] of, DateTimeOffset now, CancellationToken ct)
    {
        var yesterday = now.AddDays(-1);
        var counted = await db.Database.SqlQuery<int>($"""
            INSERT INTO phone_tries AS t (tenant_id, of, tries, at, open_at) VALUES ({db.TenantId}, {of}, 1, {now}, {now})
            ON CONFLICT (tenant_id, of) DO UPDATE SET
                tries = CASE WHEN t.at < {yesterday} THEN 1 ELSE t.tries + 1 END, at = {now},
                open_at = CASE WHEN t.at < {yesterday} OR t.tries + 1 < {PhoneTries.Free} THEN {now}
                    ELSE {now} + make_interval(mins => least({PhoneTries.WaitAtMostMinutes}, power(2, least(t.tries + 1 - {PhoneTries.Free}, 10))::int)) END
            WHERE t.open_at <= {now}
            RETURNING tries AS "Value"
            """).ToListAsync(ct);
        return counted is [_] ? null : await db.PhoneTries.Where(x => x.Of == of).Select(x => (DateTimeOffset?)x.OpenAt).SingleAsync(ct);
    }
}
