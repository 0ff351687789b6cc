namespace Platform.Standalone.Tests;

public sealed class ServiceCommandsTests
{
    [Fact]
    public void Run_WithTwoReplicas_GivesEveryAskerBothAddresses()
    {
        using var scratch = new Scratch();
        var commands = scratch.Commands(["--replicas", "issues=2"]);

        var meetings = commands.Run(commands.Replicas.Single(x => x.Name == "meetings")).Environment;

        Assert.Equal("http://127.0.0.1:8111", meetings["services__issues__http__0"]);
        Assert.Equal("http://127.0.0.1:8113", meetings["services__issues__http__1"]);
        Assert.Equal("http://127.0.0.1:8114", meetings["services__issues__grpc__1"]);
        Assert.DoesNotContain("services__partners__http__0", meetings.Keys);
    }

    [Fact]
    public void Run_NeverHoldsTheAdministratorsConnection()
    {
        using var scratch = new Scratch();
        var commands = scratch.Commands([]);

        Assert.All(commands.Replicas, x => Assert.DoesNotContain(commands.Run(x).Environment.Keys, key => key.EndsWith("-admin", StringComparison.Ordinal)));
        Assert.Contains("Username=issues_app", commands.Run(commands.Replicas[1]).Environment["ConnectionStrings__issuesdb"], StringComparison.Ordinal);
        Assert.Contains("Username=issues_jobs", commands.Run(commands.Replicas[1]).Environment["ConnectionStrings__issuesdb-jobs"], StringComparison.Ordinal);
        Assert.Contains("Username=postgres", commands.Migrate(TheSystem.Services[1]).Environment["ConnectionStrings__issuesdb-admin"], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithServersInTheEnvironment_UsesThem()
    {
        using var scratch = new Scratch();
        var commands = scratch.Commands([], new()
        {
            ["ConnectionStrings__messaging"] = "amqp://elsewhere",
            ["ConnectionStrings__issuesdb-admin"] = "Host=elsewhere;Username=admin",
        });

        var issues = commands.Run(commands.Replicas[1]).Environment;

        Assert.Equal("amqp://elsewhere", issues["ConnectionStrings__messaging"]);
        Assert.StartsWith("Host=elsewhere;Username=issues_app;", issues["ConnectionStrings__issuesdb"], StringComparison.Ordinal);
        Assert.Contains("Database=issuesdb", issues["ConnectionStrings__issuesdb"], StringComparison.Ordinal);
    }

    /// <summary>A shell can export no name with a hyphen.</summary>
    [Fact]
    public void Server_IsNamedByAnUnderscoreToo()
    {
        using var scratch = new Scratch();
        var issues = scratch.Commands([], new() { ["ConnectionStrings__issuesdb_admin"] = "Host=elsewhere;Username=admin" });
        Assert.StartsWith("Host=elsewhere;", issues.Run(issues.Replicas[1]).Environment["ConnectionStrings__issuesdb"], StringComparison.Ordinal);
    }

    /// <summary>The service would meet a database that nobody had migrated.</summary>
    [Fact]
    public void DatabaseGivenByHalves_IsRefused()
    {
        using var scratch = new Scratch();
        Connections Given(params string[] names) => scratch.Connections(names.ToDictionary(x => "ConnectionStrings__" + x, _ => "Host=elsewhere"));

        var refused = Assert.Throws<CannotStartException>(() => Given("issuesdb").Check());
        Assert.Contains("ConnectionStrings__issuesdb_admin", refused.Message, StringComparison.Ordinal);
        Assert.Throws<CannotStartException>(() => Given("meetingsdb-jobs").Check());
        Given("issuesdb", "issuesdb-admin").Check();
        Given().Check();
    }

    [Fact]
    public void Passwords_OfOneStateDirectory_StayTheSame_AndAreTheOwnersAlone()
    {
        using var scratch = new Scratch();

        var first = new Secrets(scratch.State).Of("issues_app");

        Assert.Equal(first, new Secrets(scratch.State).Of("issues_app"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scratch.State.In("secrets.json")));
    }

    [Fact]
    public async Task Passwords_AskedForAtOnce_AreAllKept()
    {
        using var scratch = new Scratch();
        var secrets = new Secrets(scratch.State);

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(x => Task.Run(() => secrets.Of($"account{x}"))));

        Assert.Equal(made, Enumerable.Range(0, 50).Select(x => new Secrets(scratch.State).Of($"account{x}")));
    }
}
