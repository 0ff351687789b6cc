using Platform.Contracts.Directory.Grpc.V1;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Kernel.Personal;

/// <summary>The phone as the key to a receipt, for the services that open something by it. Directory counts wrong tries for all of them together.</summary>
public static class PhoneProof
{
    /// <summary>Whether the phone is that person's; asked for nobody too (an unknown number), so that the answer takes as long.</summary>
    /// <exception cref="RefusedException">429: guessed too often, so it was not looked at.</exception>
    public static async Task<bool> Proves(this DirectoryClient directory, string phone, Guid? person, string receipt, CancellationToken ct)
    {
        var reply = await directory.PhoneMatchesAsync(
            new PhoneMatchesRequest { PersonId = (person ?? Guid.Empty).ToString(), Phone = phone, LookedUp = receipt }, cancellationToken: ct);
        return reply.WaitSeconds == 0 ? reply.Matches
            : throw new RefusedException(KernelRefusals.TooManyTries.With((reply.WaitSeconds + 59) / 60));
    }
}
