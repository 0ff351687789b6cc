using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Directory.Data;
using Platform.Directory.SignIn;
using Platform.Kernel.Http;
using Platform.Kernel.Personal;

namespace Platform.Directory.Features;

/// <summary>Sends a one-time code to a phone: the way in for residents who have no account.</summary>
public static class SendCode
{
    public sealed record Request([Needed][Text(30)] string? Phone);

    /// <summary>The code itself only where the installation is a demonstration.</summary>
    public sealed record Sent(string? DemoCode);

    internal static async Task<Accepted<Sent>> Handle(
        string street, Request request, DirectoryDb db, Phones phones, ISmsSender sms, Settings settings, TimeProvider clock, CancellationToken ct)
    {
        var number = Phones.Normal(request.Phone!);
        await using (var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null)
        {
            var code = await PhoneCodes.Make(db, phones, clock.GetUtcNow(), number, unhurried: settings.Demo, ct);
            await db.SaveChangesAsync(ct);
            await sms.Send(number, SignInTexts.Sms(code), ct);
            if (transaction is not null) await transaction.CommitAsync(ct);
            return TypedResults.Accepted((string?)null, new Sent(settings.Demo ? code : null));
        }
    }
}
