using Platform.Standalone.Processes;

namespace Platform.Standalone.Tests;

/// <summary>When a service is migrated again: whatever it is, or is told, has changed; where the servers listen today is no reason.</summary>
public sealed class MigrationsTests
{
    [Fact]
    public void OtherPortsOfServersAndServices_AreNoReason() =>
        Assert.Equal(Of([], library: "a"), Of(["--port", "postgres=9001", "--port", "issues=9002", "--port", "rabbitmq=9003", "--port", "directory=9004", "--port", "directory-grpc=9005"], library: "a"));

    [Fact]
    public void AnotherBuild_IsOne() => Assert.NotEqual(Of([], library: "a"), Of([], library: "ab"));

    [Fact]
    public void OtherSeeds_AreOne() => Assert.NotEqual(Of(["--demo"], library: "a"), Of(["--empty"], library: "a"));

    [Fact]
    public void AnotherAddressInTheData_IsOne() => Assert.NotEqual(Of([], library: "a"), Of(["--port", "web=9006"], library: "a"));

    private static readonly string Directories = Directory.CreateTempSubdirectory("migrations-").FullName;

    private static string Of(string[] options, string library)
    {
        using var scratch = new Scratch();
        var file = Path.Combine(Directories, "Platform.Issues.dll");
        File.WriteAllText(file, library);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var migrate = scratch.Commands(options).Migrate(TheSystem.Services[1]);
        return Migrations.Fingerprint(new Command(migrate.Name, migrate.Executable, file)
        {
            // Each test has a state directory of its own, a platform always the same.
            Environment = migrate.Environment.ToDictionary(x => x.Key, x => x.Value?.Replace(scratch.State.Root, "/state", StringComparison.Ordinal)),
        });
    }
}
