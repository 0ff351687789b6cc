using System.Text.Json;
using Platform.Kernel.Personal;

namespace Platform.Issues.Open311;

/// <summary>Whom to call back; kept encrypted, read on record.</summary>
public sealed record Contact(string Name, string? Phone, string? Email)
{
    /// <returns>Null where nobody is named.</returns>
    public string? Encrypted(Phones phones) => Name.Length is 0 && Phone is null && Email is null ? null : phones.Store(JsonSerializer.Serialize(this)).Encrypted;

    public static Contact From(string encrypted, Phones phones) => JsonSerializer.Deserialize<Contact>(phones.Read(encrypted))!;
}
