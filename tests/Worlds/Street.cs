namespace Platform.Worlds;

/// <summary>A street as the doors' theories need it: its tenant, its short name in public addresses, the root of its areas.</summary>
public sealed record Street(Guid Tenant, string Code, Guid Root, string Path);
