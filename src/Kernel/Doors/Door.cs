using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Platform.Contracts.Directory.V1;

namespace Platform.Kernel.Doors;

/// <summary>Who may pass an endpoint. Every endpoint says one of these three; which area it may touch is asked with the thing in hand.</summary>
public static class Door
{
    /// <summary>Whoever holds one of these roles somewhere in the tenant.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, params Role[] roles) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new DoorAttribute(roles)).RequireAuthorization(policy => policy.AddRequirements(new DoorRequirement(roles)));

    /// <summary>Everybody who is signed in.</summary>
    public static TBuilder ForMembers<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.For();

    /// <summary>Everybody, without a token; the street is named in the address: …/public/{street}/…</summary>
    public static TBuilder ForAnyone<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new DoorAttribute(null)).AllowAnonymous();
}

/// <summary>What the door of an endpoint is: no roles stands for every member, null for anyone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DoorAttribute(Role[]? roles) : Attribute
{
    public Role[]? Roles => roles;
}

/// <summary>One of these roles, and a token whose scopes open this service.</summary>
public sealed record DoorRequirement(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;
