using Platform.Kernel.Data;
using Platform.Kernel.Personal;

namespace Platform.Directory.Domain;

/// <summary>Somebody whom the platform knows by name or by phone. May be without an account: residents sign in by one-time code.</summary>
public sealed class Person : Aggregate
{
    public Person(Guid id, string displayName)
    {
        Id = id;
        DisplayName = displayName;
    }

    private Person()
    {
    }

    public string DisplayName { get; private set; } = "";

    /// <summary>Encrypted; see <see cref="Phones"/>.</summary>
    public string? PhoneEncrypted { get; private set; }

    public byte[]? PhoneHash { get; private set; }

    /// <summary>The building where the person lives, where known.</summary>
    public Guid? HomeAreaId { get; private set; }

    public bool IsPartyMember { get; private set; }
    public bool IsVeteran { get; private set; }

    /// <summary>亮身份: the person agreed that being a party member or veteran is shown. Without it the flags serve counts only.</summary>
    public bool ShowsFlags { get; private set; }

    /// <summary>Since when nothing is known of this person any more; the id stays where it stands in others' files.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Name, phone, home and flags are gone for good. The name that is left is no name, and the same for all.</summary>
    public void Erase(DateTimeOffset now)
    {
        (DisplayName, PhoneEncrypted, PhoneHash, HomeAreaId) = ("已注销", null, null, null);
        (IsPartyMember, IsVeteran, ShowsFlags, ErasedAt) = (false, false, false, now);
    }

    public void Rename(string displayName) => DisplayName = displayName;

    public void Live(Guid? homeAreaId) => HomeAreaId = homeAreaId;

    public void ReachedAt(StoredPhone? phone) => (PhoneEncrypted, PhoneHash) = (phone?.Encrypted, phone?.Hash);

    public void Flag(bool partyMember, bool veteran) => (IsPartyMember, IsVeteran) = (partyMember, veteran);

    /// <summary>Only the person decides this.</summary>
    public void ShowFlags(bool shows) => ShowsFlags = shows;

    /// <summary>王建国 as strangers see it: 王**.</summary>
    public static string Masked(string name)
    {
        var first = char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1];
        return $"{first}**";
    }
}
