using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Directory.Data;
using Platform.Directory.Domain;
using Platform.Kernel.Personal;
using Platform.Kernel.Refusals;

namespace Platform.Directory.SignIn;

/// <summary>One-time codes: made, limited, and redeemed once.</summary>
internal static class PhoneCodes
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1), Hour = TimeSpan.FromHours(1);

    /// <summary>A new code for this number; whoever calls sends it and saves.</summary>
    /// <exception cref="RefusedException">429: a code a minute, ten a day, and a bound for the whole street.</exception>
    public static async Task<string> Make(DirectoryDb db, Phones phones, DateTimeOffset now, string number, bool unhurried, CancellationToken ct)
    {
        var hash = phones.HashOf(number);
        var (dayAgo, hourAgo) = (now - Day, now - Hour);
        // Two requests for one number at once wait for each other, so that limits hold.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(hash)})", ct);
        var sent = await db.Codes.Where(x => x.PhoneHash == hash && x.At > dayAgo).Select(x => x.At).ToListAsync(ct);
        if (sent.Count >= OneTimeCode.MostADay) throw new RefusedException(DirectoryRefusals.CodesUsedUp);
        if (!unhurried && sent.Any(x => x > now - OneTimeCode.Between)) throw new RefusedException(DirectoryRefusals.CodeTooSoon);
        if (await db.Codes.CountAsync(x => x.At > hourAgo, ct) >= OneTimeCode.MostAnHourPerStreet)
            throw new RefusedException(DirectoryRefusals.StreetTooBusy);

        await db.Codes.Where(x => x.At < dayAgo).ExecuteDeleteAsync(ct);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("d6", CultureInfo.InvariantCulture);
        var row = new OneTimeCode(hash, now);
        row.Is(HashOf(phones, row.Id, code));
        db.Codes.Add(row);
        return code;
    }

    /// <summary>Uses the newest code up, if this is it. A try is counted before the code is looked at, so that many at once gain nothing.</summary>
    /// <exception cref="RefusedException">400 code.wrong: wrong, late, used, or tried too often; which of these is not told.</exception>
    public static async Task Redeem(DirectoryDb db, Phones phones, TimeProvider clock, string number, string code, CancellationToken ct)
    {
        var (hash, now) = (phones.HashOf(number), clock.GetUtcNow());
        var since = now - OneTimeCode.Lives;
        var newest = await db.Codes.AsNoTracking().Where(x => x.PhoneHash == hash && x.At > since).OrderByDescending(x => x.Id).FirstOrDefaultAsync(ct)
            ?? throw new RefusedException(DirectoryRefusals.WrongCode);
        var open = db.Codes.Where(x => x.Id == newest.Id && x.UsedAt == null);
        var counted = await open.Where(x => x.Tries < OneTimeCode.MostTries)
            .ExecuteUpdateAsync(x => x.SetProperty(r => r.Tries, r => r.Tries + 1), ct) == 1;
        var right = counted && CryptographicOperations.FixedTimeEquals(newest.CodeHash, HashOf(phones, newest.Id, code.Trim()));
        if (!right || await open.ExecuteUpdateAsync(x => x.SetProperty(r => r.UsedAt, now), ct) != 1)
            throw new RefusedException(DirectoryRefusals.WrongCode);
    }

    private static byte[] HashOf(Phones phones, Guid id, string code) => phones.HashOf($"{id}:{code}");
}
