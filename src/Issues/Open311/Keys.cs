using Platform.Contracts.Directory.Grpc.V1;
using Platform.Issues.Domain;
using Platform.Kernel.Refusals;
using DirectoryClient = Platform.Contracts.Directory.Grpc.V1.Directory.DirectoryClient;

namespace Platform.Issues.Open311;

/// <summary>Whose api_key it is: Directory gives them out, to integrators of the street.</summary>
public static class Keys
{
    public const string Name = "api_key";
    private const int AtMost = 100;

    /// <returns>Null where no key was sent.</returns>
    /// <exception cref="RefusedException">403 api-key.wrong: nobody's, or of another street.</exception>
    public static async Task<Guid?> OwnerOf(this DirectoryClient directory, string? key, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(key)) return null;
        if (key.Length > AtMost) throw new RefusedException(IssueRefusals.BadApiKey);
        var reply = await directory.WhoseKeyAsync(new WhoseKeyRequest { ApiKey = key }, cancellationToken: ct);
        return Guid.TryParse(reply.IntegratorId, out var owner) ? owner : throw new RefusedException(IssueRefusals.BadApiKey);
    }
}
