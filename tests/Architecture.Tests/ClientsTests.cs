using System.Diagnostics;
using Platform.Worlds;
using Xunit;

namespace Platform.Architecture.Tests;

public class ClientsTests
{
    /// <summary>
    /// Web's typed clients are committed, so that a build needs no running service: they must be what the services say of themselves now.
    /// aspire/Clients goes its whole way once more, into a directory of its own. To compare the descriptions alone would save half a minute
    /// at most, and would not see a client that somebody changed by hand, or that another version of the generator writes.
    /// </summary>
    [Fact]
    public async Task CommittedClients_AreWhatTheServicesDescribe()
    {
        var made = System.IO.Directory.CreateTempSubdirectory("clients-").FullName;
        try
        {
            await Generate(made);
            var files = System.IO.Directory.GetFiles(made).Select(x => Path.GetFileName(x)!).Order().ToList();
            var committed = Path.Combine(Checkout.Root, "src", "Web", "Clients");
            Assert.Equal(System.IO.Directory.GetFiles(committed, "*.g.cs").Select(Path.GetFileName).Order(), files);
            Assert.Empty(files.Where(x => File.ReadAllText(Path.Combine(made, x)) != File.ReadAllText(Path.Combine(committed, x)))
                .Select(x => $"{x} is not what its service says: dotnet run --project aspire/Clients -- {x.Replace("Client.g.cs", "", StringComparison.Ordinal)}"));
        }
        finally
        {
            System.IO.Directory.Delete(made, recursive: true);
        }
    }

    private static async Task Generate(string directory)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Checkout.Root, "aspire", "Clients", "bin", configuration, "net10.0", "Platform.Clients.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--check", directory]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }
}
