using Microsoft.AspNetCore.Identity;

namespace Platform.Directory.SignIn;

/// <summary>Name and password of a person who has them: staff do, residents may.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account()
    {
        Id = Guid.CreateVersion7();
        LockoutEnabled = true;
    }

    /// <summary>The street that the person belongs to.</summary>
    public required Guid TenantId { get; init; }

    public required Guid PersonId { get; init; }
}
