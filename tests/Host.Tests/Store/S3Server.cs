using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DoanKet.Host.Tests.Store;

/// <summary>s3rver, a store that speaks S3 and knows one key, in a process of its own; its files lie in a folder of the test.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "thu";

    /// <summary>The only key that it accepts, name and secret; its own, and known to all the world.</summary>
    public const string Key = "S3RVER";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-store-");
    private readonly Process _process;

    private S3Server(int port)
    {
        Address = new($"http://127.0.0.1:{port}");
        var script = Path.Combine(
            AppContext.BaseDirectory,
            "..",
            "..",
            "..",
            "Store",
            "server",
            "node_modules",
            "s3rver",
            "bin",
            "s3rver.js"
        );
        _process = Process.Start(
            new ProcessStartInfo(
                "node",
                [
                    script,
                    "--directory",
                    _folder.FullName,
                    "--address",
                    "127.0.0.1",
                    "--port",
                    $"{port}",
                    "--configure-bucket",
                    Bucket,
                    "--silent",
                ]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
    }

    public Uri Address { get; }

    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server(FreePort());
        using var client = new HttpClient();
        while (!await AnswersAsync(client, server.Address))
        {
            if (server._process.HasExited)
                throw new InvalidOperationException("s3rver ended: " + await server._process.StandardError.ReadToEndAsync());
            await Task.Delay(50);
        }
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
