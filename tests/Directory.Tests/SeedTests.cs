using Npgsql;
using Platform.Directory.SignIn;
using Xunit;

namespace Platform.Directory.Tests;

/// <summary>What the migration step puts in.</summary>
public sealed class SeedTests(DirectoryWorld world)
{
    [Fact]
    public async Task Planted_Twice_IsTheSame()
    {
        var before = await Everything();

        await world.Plant();

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public void Keys_AreTheirOwnersAlone_AndStayWhenMadeAgain()
    {
        var keys = Path.Combine(world.StateDirectory, "keys");
        var before = System.IO.Directory.GetFiles(keys).Order().Select(File.ReadAllText).ToList();

        PlatformKeys.MakeIn(keys);

        Assert.Equal(before, System.IO.Directory.GetFiles(keys).Order().Select(File.ReadAllText));
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in System.IO.Directory.GetFiles(keys)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Accounts_AreListedForUp_EachRoleOnce()
    {
        var lines = File.ReadAllLines(Path.Combine(world.StateDirectory, "accounts.txt")).Select(x => x.Split('\t')).ToList();

        Assert.All(lines, x => Assert.Equal(4, x.Length));
        Assert.Equal(lines.Count, lines.Select(x => x[0]).Distinct().Count());
        Assert.Superset(
            new HashSet<string>(["operator", "resident", "lead", "grid", "convenor", "staff", "verifier", "secretary", "owners", "property", "officer", "admin",
                "partner", "gardener", "wusong-staff", "demo-integrator"]),
            lines.Select(x => x[0]).ToHashSet());
    }

    // Rows and versions of every table; tokens and the mail of other tests apart.
    private async Task<List<string>> Everything()
    {
        await using var super = NpgsqlDataSource.Create(world.Database.Super);
        var rows = new List<string>();
        foreach (var table in (string[])["streets", "street_addresses", "areas", "venues", "people", "memberships", "integrators", "accounts", "oidc_clients"])
        {
            await using var command = super.CreateCommand(
                $"SELECT coalesce(string_agg(id::text || coalesce(to_jsonb(x)->>'version', ''), ',' ORDER BY id), '') FROM \"{table}\" x");
            rows.Add($"{table}: {await command.ExecuteScalarAsync()}");
        }

        return rows;
    }
}
