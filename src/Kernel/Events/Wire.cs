using System.Text.Json;
using Platform.Contracts;

namespace Platform.Kernel.Events;

/// <summary>How facts are written down, in the outbox as on the wire.</summary>
public static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The type of a fact by its full name: only what Contracts declares can be said.</summary>
    public static Type TypeOf(string fullName) => typeof(IEvent).Assembly.GetType(fullName, throwOnError: true)!;
}
