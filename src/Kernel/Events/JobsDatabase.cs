using Npgsql;

namespace Platform.Kernel.Events;

/// <summary>The service's database as the jobs account sees it: outbox, inbox, parked facts and idempotent answers of all tenants.</summary>
public sealed class JobsDatabase(NpgsqlDataSource source) : IAsyncDisposable
{
    public NpgsqlDataSource Source => source;

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
