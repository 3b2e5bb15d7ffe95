using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DoanKet.Testing;

/// <summary>A line to a PostgreSQL server that can be cut and mended: what the program sees when the server restarts or the network fails.</summary>
public sealed class DatabaseLine : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _ownPort;

    private DatabaseLine(string host, int port)
    {
        (_host, _port) = (host, port);
        Listen();
    }

    /// <summary>The same database, reached through the line.</summary>
    public static (DatabaseLine Line, string ConnectionString) To(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var line = new DatabaseLine(address.Host!, address.Port);
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

    public void Mend()
    {
        lock (_gate)
        {
            _listener = new(IPAddress.Loopback, _ownPort);
            Listen();
        }
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
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
            await Task.WhenAny(program.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(program.GetStream()));
        }
        catch (Exception end) when (end is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two ends hung up, or the line was cut.
        }
        program.Dispose();
    }
}
