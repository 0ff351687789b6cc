using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Contracts.Directory.V1;
using Platform.Kernel.Data;
using Platform.Kernel.Doors;
using Platform.Kernel.Http;
using Platform.Kernel.Refusals;
using Platform.Kernel.Tenancy;

namespace Platform.Kernel.Personal;

/// <summary>
/// What a service keeps of a person, for that person to take away: every row of every table that says by its column's name whose it is. Found
/// in the model, so that a new table is in it without a new line here.
/// </summary>
public static partial class PersonalData
{
    /// <summary>Nobody's rows are so many; a mistake's might be.</summary>
    private const int RowsAtMost = 10_000;

    // Whose row it is; not who handled, decided or entered it: that is the office's act, and often about somebody else.
    private static readonly string[] Whose = ["PersonId", "AuthorId", "VoterId", "SpeakerId", "ObjectorId", "UploadedById", "LeaderId", "ContactId"];

    /// <summary>What is kept of one person in one service.</summary>
    public sealed record View(Guid PersonId, DateTimeOffset At, IReadOnlyList<Table> Tables);

    /// <summary>Rows of one kind: each column's name and what stands in it, phones readable, hashes left out.</summary>
    public sealed record Table(string Name, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows);

    /// <summary>The door of this service, which has the same name in each.</summary>
    public static void MapPersonalData(this DoorGroup service) => service.MapGet("/people/{id:guid}/data", Handle)
        .ForMembers().WithName("ReadPersonalData").WithSummary("What is kept here of a person, for themselves and for the street's administrator; put on record")
        .WithMetadata(new PassedOnAttribute());

    private static async Task<Ok<View>> Handle(Guid id, PlatformDb db, Caller caller, Phones phones, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (id != caller.Me && !caller.Memberships.Any(x => x.Role is Role.TenantAdmin)) throw new RefusedException(KernelRefusals.NoRight);
        var tables = new List<Table>();
        foreach (var table in db.Model.GetEntityTypes().Where(x => x.GetTableName() is not null && !x.IsMappedToJson()).DistinctBy(x => x.GetTableName()))
            if (await RowsOf(db, table, id, phones, ct) is { Count: > 0 } rows) tables.Add(new Table(table.GetTableName()!, rows));
        if (tables.Count == 0) throw new RefusedException(KernelRefusals.NotFound);
        db.AuditRead("Person.Data", id);
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new View(id, clock.GetUtcNow(), tables));
    }

    private static async Task<List<IReadOnlyDictionary<string, string?>>> RowsOf(PlatformDb db, IEntityType table, Guid person, Phones phones, CancellationToken ct)
    {
        var name = StoreObjectIdentifier.Table(table.GetTableName()!, table.GetSchema());
        List<string?> columns = [.. table.GetProperties().Where(x => Whose.Contains(x.Name)).Select(x => x.GetColumnName(name)).Where(x => x is not null)];
        // A person's own row is known by its id.
        if (table.ClrType.Name is "Person") columns.Add("id");
        if (columns.Count == 0 || !table.ClrType.IsAssignableTo(typeof(ITenantOwned))) return [];
        var unreadable = table.GetProperties().Where(x => x.ClrType == typeof(byte[])).Select(x => x.GetColumnName(name)).Append("tenant_id").ToHashSet();
        var where = string.Join(" OR ", columns.Select(x => $"t.\"{x}\" = {{0}}"));
        // Names come from the model, never from a request; the database shows the tenant's own rows alone.
#pragma warning disable EF1002 // As said above.
        var found = await db.Database.SqlQueryRaw<string>(
            $"SELECT to_jsonb(t)::text AS \"Value\" FROM \"{table.GetTableName()}\" t WHERE {where} LIMIT {RowsAtMost.ToString(CultureInfo.InvariantCulture)}", person).ToListAsync(ct);
#pragma warning restore EF1002
        return [.. found.Select(x => Readable(x, unreadable, phones))];
    }

    private static Dictionary<string, string?> Readable(string row, HashSet<string?> unreadable, Phones phones)
    {
        using var json = JsonDocument.Parse(row);
        return json.RootElement.EnumerateObject().Where(x => !unreadable.Contains(x.Name)).ToDictionary(
            x => x.Name, x => x.Value.ValueKind is JsonValueKind.Null ? null : x.Value.ToString() is var text && Encrypted().IsMatch(text) ? phones.Read(text) : x.Value.ToString());
    }

    [GeneratedRegex(@"^k\d+:[A-Za-z0-9+/]{40,}={0,2}$")]
    private static partial Regex Encrypted();
}
