using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DoanKet.Testing;

/// <summary>
/// A line to a server that can be cut, frozen, slowed down and mended: what the program sees when the server restarts, hangs or the network
/// fails.
/// </summary>
public sealed class NetworkLine : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _ownPort;
    private long _carried;

    /// <summary>Bytes wait for it; done while the line is not frozen.</summary>
    private TaskCompletionSource _flows = Flowing();

    private NetworkLine(string host, int port)
    {
        (_host, _port) = (host, port);
        Listen();
    }

    /// <summary>A pause after each 16 kB that come from the server.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Bytes that came from the server.</summary>
    public long Carried => Volatile.Read(ref _carried);

    /// <summary>The same server, reached through the line.</summary>
    public Uri Address => new($"http://127.0.0.1:{_ownPort}");

    public static NetworkLine To(Uri server) => new(server.Host, server.Port);

    /// <summary>The same database, reached through the line.</summary>
    public static (NetworkLine Line, string ConnectionString) To(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var line = new NetworkLine(address.Host!, address.Port);
        (address.Host, address.Port) = ("127.0.0.1", line._ownPort);
        return (line, address.ConnectionString);
    }

    public void Cut()
    {
        lock (_gate)
        {
            _listener.Stop();
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    /// <summary>After a cut.</summary>
    public void Mend()
    {
        lock (_gate)
        {
            _listener = new(IPAddress.Loopback, _ownPort);
            Listen();
        }
    }

    /// <summary>Connections stay, and are taken, but nothing goes through.</summary>
    public void Freeze()
    {
        lock (_gate)
            _flows = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Thaw() => _flows.TrySetResult();

    public ValueTask DisposeAsync()
    {
        Cut();
        Thaw();
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Flowing()
    {
        var flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flows.SetResult();
        return flows;
    }

    private void Listen()
    {
        _listener.Start();
        _ownPort = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = ForwardAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut.
        }
    }

    private async Task ForwardAsync(TcpClient program)
    {
        using var server = new TcpClient();
        lock (_gate)
            _open.AddRange([program, server]);
        try
        {
            await server.ConnectAsync(_host, _port);
            await Task.WhenAny(
                CarryAsync(program.GetStream(), server.GetStream(), back: false),
                CarryAsync(server.GetStream(), program.GetStream(), back: true)
            );
        }
        catch (Exception end) when (end is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two ends hung up, or the line was cut.
        }
        program.Dispose();
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to, bool back)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            await _flows.Task;
            if (back && Pause > TimeSpan.Zero)
                await Task.Delay(Pause);
            await to.WriteAsync(buffer.AsMemory(0, read));
            if (back)
                Interlocked.Add(ref _carried, read);
        }
    }
}
