using System.Net;
using System.Net.Sockets;

namespace Platform.Worlds;

/// <summary>
/// A line to a server that a test can spoil. Held: what is connected hangs, nothing passes and nobody is told, as when a node is lost without
/// a word; who connects anew gets through. Closed: nobody connects any more, as when the server is away.
/// </summary>
public sealed class SpoiltLine : IAsyncDisposable
{
    private readonly Uri _server;
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource _held = new(), _end = new();
    private Task _accepting;

    private SpoiltLine(Uri server)
    {
        _server = server;
        _listener.Start();
        Address = new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = Accept();
    }

    /// <summary>The server's address, through this line.</summary>
    public Uri Address { get; }

    public static SpoiltLine To(Uri server) => new(server);

    /// <summary>Whatever is connected hangs from now on.</summary>
    public void Hold() => Interlocked.Exchange(ref _held, new CancellationTokenSource()).Cancel();

    /// <summary>Nobody connects any more.</summary>
    public async Task Close()
    {
        _listener.Stop();
        await _accepting;
    }

    /// <summary>Who connects gets through again.</summary>
    public void Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Address.Port);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Whoever is connected is told that the line broke, and may connect anew.</summary>
    public void Break() => Interlocked.Exchange(ref _end, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await Close();
        Break();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private async Task Carry(TcpClient here)
    {
        var (held, end) = (_held.Token, _end.Token);
        using var there = new TcpClient();
        using (here)
            try
            {
                await there.ConnectAsync(_server.Host, _server.Port, end);
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(held, end);
                await Task.WhenAny(
                    here.GetStream().CopyToAsync(there.GetStream(), stop.Token), there.GetStream().CopyToAsync(here.GetStream(), stop.Token));
                if (held.IsCancellationRequested) await Task.Delay(Timeout.Infinite, end);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Either end went away, or the test is over.
            }
    }
}
