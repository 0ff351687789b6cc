using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Platform.Bench.Bare;

/// <summary>The limits: a process of its own with plain Kestrel, plain Npgsql and a bare YARP, so that what they cost is counted as a service's is.</summary>
internal sealed class BareSide : IAsyncDisposable
{
    private readonly Process _process;

    private BareSide(Process process, string http, string proxy) => (_process, Http, Proxy) = (process, http, proxy);

    public int Pid => _process.Id;

    /// <summary>Kestrel and Npgsql.</summary>
    public string Http { get; }

    /// <summary>YARP, with nothing but a route to the issue service.</summary>
    public string Proxy { get; }

    /// <summary>Starts it on ports that are free.</summary>
    /// <param name="postgres">Into the issue service's database, past row-level security.</param>
    /// <param name="upstream">What YARP stands in front of.</param>
    public static async Task<BareSide> Start(string postgres, string upstream, CancellationToken ct)
    {
        var (http, proxy) = ($"http://127.0.0.1:{FreePort()}", $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(BareSide).Assembly.Location, "bare", http, proxy, upstream]) { RedirectStandardInput = true };
        start.Environment["BARE_POSTGRES"] = postgres;
        // As the services have it: eight processes on one small machine.
        start.Environment["DOTNET_gcServer"] = "0";
        var bare = new BareSide(Process.Start(start)!, http, proxy);
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{http}/hello"), ct);
                return bare;
            }
            catch (HttpRequestException) when (!bare._process.HasExited)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // It ends when nobody holds its input any more, also where we were killed.
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
