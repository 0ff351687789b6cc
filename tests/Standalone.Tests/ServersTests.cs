using System.Diagnostics;
using Npgsql;
using Platform.Standalone.Processes;

namespace Platform.Standalone.Tests;

/// <summary>The real program with the real servers, on ports of its own.</summary>
public sealed class ServersTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Servers_FromFirstStartToLast()
    {
        var (first, _) = await Start();
        await Sql("CREATE TABLE remembered AS SELECT 42 AS answer");
        Assert.Equal("C.UTF-8", await Sql("SELECT datcollate FROM pg_database WHERE datname = 'postgres'"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_scratch.State.RunFile));

        var (code, words) = await Run("servers", "--ports", "random");
        Assert.Equal(1, code);
        Assert.Contains($"running already in {_scratch.State.Root} (process {first.Id})", words, StringComparison.Ordinal);

        // A clean stop leaves no process; the data stays.
        Linux.SignalProcess(first.Id, Signal.Terminate);
        await first.WaitForExitAsync();
        Assert.Equal(0, first.ExitCode);
        Assert.Empty(_scratch.Processes());

        var (second, _) = await Start();
        Assert.Equal("42", await Sql("SELECT answer::text FROM remembered"));

        // Not even a murdered one leaves any: the kernel tells them.
        Linux.SignalProcess(second.Id, Signal.Kill);
        await second.WaitForExitAsync();
        await Wait.Until(() => !_scratch.Processes().Any(), "everything gone after kill -9");

        var (third, _) = await Start();
        Assert.Equal("42", await Sql("SELECT answer::text FROM remembered"));
        Assert.Equal(0, (await Run("down")).Code);
        await third.WaitForExitAsync();

        // A database that does not start shows its last words.
        File.Delete(_scratch.State.In("postgres/global/pg_control"));
        (code, words) = await Run("servers", "--ports", "random");
        Assert.Equal(1, code);
        Assert.Contains("postgres ended with code", words, StringComparison.Ordinal);
        Assert.Contains("pg_control", words, StringComparison.Ordinal);
        Assert.Empty(_scratch.Processes());

        Assert.Equal(0, (await Run("down", "--data")).Code);
        Assert.False(System.IO.Directory.Exists(_scratch.State.Root));
    }

    [Fact]
    public async Task Servers_OnDataThatIsNone_SayWhichAndWhatToDo()
    {
        System.IO.Directory.CreateDirectory(_scratch.State.In("postgres"));

        var (code, words) = await Run("servers", "--ports", "random");

        Assert.Equal(1, code);
        Assert.Contains("is not a PostgreSQL data directory", words, StringComparison.Ordinal);
        Assert.Contains("./platform down --data", words, StringComparison.Ordinal);
        Assert.Empty(_scratch.Processes());
    }

    [Fact]
    public async Task Up_WhereAPortIsTaken_NamesItAndItsHolder_BeforeAnythingStarts()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var (code, words) = await Run("up", "--ports", "random", "--port", $"web={port}", "--no-dashboard");

        Assert.Equal(1, code);
        Assert.Contains($"Port {port}, wanted for web,", words, StringComparison.Ordinal);
        Assert.Contains($"(process {Environment.ProcessId})", words, StringComparison.Ordinal);
        Assert.Empty(_scratch.Processes());
    }

    [Fact]
    public async Task Servers_UnderAClosedDirectory_SayWhoMayNotEnter()
    {
        if (!Linux.IsRoot) return; // PostgreSQL then runs as we do, and enters where we may.
        File.SetUnixFileMode(Path.GetDirectoryName(_scratch.State.Root)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var (code, words) = await Run("servers", "--ports", "random");

        Assert.Equal(1, code);
        Assert.Contains("PostgreSQL runs as the user postgres, who may not enter", words, StringComparison.Ordinal);
        Assert.Contains("--state", words, StringComparison.Ordinal);
        Assert.Empty(_scratch.Processes());
    }

    private async Task<(Process Process, Task<string> Words)> Start()
    {
        File.Delete(_scratch.State.RunFile); // A murdered one leaves it.
        var process = Begin("servers", "--ports", "random");
        var words = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await Wait.Until(() => process.HasExited || File.Exists(_scratch.State.RunFile), "run.json", seconds: 90);
        Assert.False(process.HasExited, process.HasExited ? await words : "");
        return (process, words);
    }

    private async Task<(int Code, string Words)> Run(params string[] arguments)
    {
        using var process = Begin(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private Process Begin(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(TheSystem).Assembly.Location, .. arguments, "--state", _scratch.State.Root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private async Task<string> Sql(string statement)
    {
        await using var connection = new NpgsqlConnection(RunFile.Read(_scratch.State)!.Postgres + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return (string?)await command.ExecuteScalarAsync() ?? "";
    }
}
