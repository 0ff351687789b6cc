using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Kernel.Data;
using Platform.Kernel.Tenancy;
using Xunit;

namespace Platform.Worlds;

// What is said of others' things, and of what nobody was asked for. (That others' things are not found by their address, and are in no list: DoorTests.)
public abstract partial class AttackTests<TProgram, TDb>
{
    // What the kernel itself keeps about requests: who asked and what went out.
    private static readonly Type[] Plumbing = [typeof(OutboxRow), typeof(InboxRow), typeof(ParkedFact), typeof(IdempotentAnswer), typeof(AuditRow)];

    /// <summary>
    /// Properties that name a person. A service other than Directory keeps no people: the id is kept as it was said, and whatever is asked of it,
    /// a name, roles, a phone, Directory answers within this street, where another street's person is nobody.
    /// </summary>
    protected virtual string[] People => [];

    /// <summary>Another street has something of every kind under one id. Whoever of ours names it, in a body or behind the ?, gets nothing of it and leaves nothing that points to it.</summary>
    [Fact]
    public async Task IdsOfAnotherTenant_InBodiesAndQueries_LeadNowhere()
    {
        var (targets, described, http) = await Targets();
        using var asking = http;
        var (elsewhere, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        foreach (var table in Tables())
            await using (var row = super.CreateCommand(NonsenseRow.Insert(table, elsewhere, theirs))) await row.ExecuteNonQueryAsync();
        var (wrong, known) = (new List<string>(), new HashSet<string>());

        foreach (var target in targets)
        {
            foreach (var place in target.Places.Where(IsId))
                await Try(target, $"{target.Name} {place}", Request(target, "", described.With(target.Body!, place, theirs.ToString())));
            foreach (var name in target.QueryNames)
                await Try(target, $"{target.Name} ?{name}", Request(target, $"{(target.Query.Length > 0 ? $"{target.Query}&" : "?")}{name}={theirs}", target.Body));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task Try(Target target, string what, HttpRequestMessage request)
        {
            using var asked = request;
            var sent = await Malformed.Told(request);
            if (await WentWrong(http, target, request) is { } broken) wrong.Add($"{what}: {broken}\n    {sent}");
            foreach (var left in (await Holding(super, elsewhere, $"{theirs}")).Where(known.Add))
                if (!People.Any(x => what.EndsWith(x, StringComparison.Ordinal))) wrong.Add($"{what}: a row of ours now points to another street's thing: {left}\n    {sent}");
        }
    }

    /// <summary>Who sends more than is asked for gets no more than that: no id, tenant, state or author is taken from where none is declared.</summary>
    [Fact]
    public async Task PropertiesThatNobodyDeclared_AreNotTaken()
    {
        var (targets, described, http) = await Targets();
        using var asking = http;
        var (guid, number, word) = (Guid.CreateVersion7(), 1_357_913_579, "smuggled-in");
        Assert.DoesNotContain(targets.SelectMany(x => x.Places.Select(p => $"{x.Name} {p}")), x => x.EndsWith("tenantId", StringComparison.OrdinalIgnoreCase));
        var entities = Tables().Select(x => x.ClrType).ToHashSet();
        Assert.All(doors.Doors(), x => Assert.False(x.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type && entities.Contains(type), $"{DoorTests<TProgram, TDb>.Name(x)} takes a row of the database"));
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        var columns = Tables().SelectMany(x => x.GetProperties()).Select(x => (Name: char.ToLowerInvariant(x.Name[0]) + x.Name[1..], Type: Nullable.GetUnderlyingType(x.ClrType) ?? x.ClrType))
            .Where(x => x.Type == typeof(Guid) || x.Type == typeof(string) || x.Type == typeof(int)).DistinctBy(x => x.Name).ToList();
        var (wrong, known) = (new List<string>(), new HashSet<string>());

        foreach (var target in targets.Where(x => x.Body is JsonObject))
        {
            var more = target.Body!.DeepClone().AsObject();
            var declared = target.Places.Select(x => $"{x.Way[^1].Step}").ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, type) in columns.Where(x => !declared.Contains(x.Name)))
                more[name] = type == typeof(Guid) ? guid.ToString() : type == typeof(int) ? number : word;
            using var request = Request(target, "", more);
            if (await WentWrong(http, target, request) is { } broken) wrong.Add($"{target.Name}: {broken}");
            foreach (var mark in new[] { $"{guid}", $"{number}", word })
                foreach (var left in (await Holding(super, Guid.Empty, mark)).Where(known.Add)) wrong.Add($"{target.Name} took what was not asked for: {left}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsId(Described.Place place) => (string?)place.Schema["format"] is "uuid";

    private List<IEntityType> Tables()
    {
        using var scope = world.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<TDb>().Model.GetEntityTypes()
            .Where(x => x.GetTableName() is not null && x.ClrType.IsAssignableTo(typeof(ITenantOwned)) && !Plumbing.Contains(x.ClrType)).DistinctBy(x => x.GetTableName())];
    }

    // Rows of every tenant but this one that hold the mark anywhere, in lists and documents too.
    private async Task<List<string>> Holding(NpgsqlDataSource super, Guid but, string mark)
    {
        _looking ??= string.Join(" UNION ALL ", Tables().Select(x => x.GetTableName()).Select(x => $"SELECT '{x}: ' || left(r::text, 400) FROM \"{x}\" r WHERE tenant_id <> $1 AND r::text LIKE '%' || $2 || '%'"));
        await using var command = super.CreateCommand(_looking);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = but });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = mark });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    private string? _looking;
}
