using System.Net.Sockets;
using RabbitMQ.Client;

namespace Platform.Kernel.Events;

/// <summary>
/// What one bus is connected by. A bus that is given up may hold on to messages that it no longer handles, and its end may never come; once its
/// line is cut the broker has them back, and gives them to whoever hears.
/// </summary>
internal sealed class Line
{
    private readonly Lock _lock = new();
    private readonly List<ITcpClient> _open = [];
    private bool _cut;

    /// <summary>Ends every connection, and allows no more of them.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _cut = true;
            foreach (var socket in _open) socket.Dispose();
            _open.Clear();
        }
    }

    /// <summary>
    /// Before each try to connect. For a bus that was given up it never ends: MassTransit stops no endpoint that is faulted, which would try for
    /// ever; waiting for what nobody will bring, it is garbage.
    /// </summary>
    public Task IsWanted() => Volatile.Read(ref _cut) ? new TaskCompletionSource().Task : Task.CompletedTask;

    /// <summary>What a connection of the bus is made of.</summary>
    public ITcpClient Open(AddressFamily family)
    {
        lock (_lock)
        {
            if (_cut) throw new IOException("This bus was given up.");
            _open.RemoveAll(x => !x.Connected);
            var socket = ConnectionFactoryBase.DefaultSocketFactory(family);
            _open.Add(socket);
            return socket;
        }
    }
}
