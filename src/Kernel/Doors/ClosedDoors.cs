using Microsoft.Extensions.Logging;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Doors;

/// <summary>Puts on record who was refused what, one by one (OWASP ASVS 5.0, 16.3.2).</summary>
internal static class ClosedDoors
{
    public static void TellOfClosedDoor(this ILogger log, string? door, Caller? caller, Tenant? tenant) =>
        log.LogInformation("{Door} is closed to {Person} of street {Street}", door, caller?.Id, tenant is { IsEntered: true } ? tenant.Id : null);
}
