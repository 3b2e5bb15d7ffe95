using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DoanKet.Testing;

namespace DoanKet.Host.Tests.Instances;

/// <summary>What a collector hears of the running program.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-telemetry-");

    [Fact]
    public async Task A_collector_named_in_the_settings_hears_of_requests_and_of_nothing_that_people_typed()
    {
        await DemoTemplate.CopyToAsync(_folder.FullName, Provider.Sqlite, "small");
        using var collector = new Collector();
        await using var program = await RunningProgram.StartAsync(
            _folder.FullName,
            $"--Telemetry:OtlpEndpoint={collector.Address}",
            "--Telemetry:Instance=may-mot",
            "--Logging:LogLevel:DoanKet.Host.Web.RequestLog=Information"
        );
        using var clerk = await program.SignedInAsync("vanthu", "DoanKet@2021");
        await clerk.OpenAsync("/van-ban/tim?q=bimatcuatoi");
        var traces = await collector.UntilAsync("/v1/traces", "/van-ban/tim");
        Assert.Contains("may-mot", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("bimatcuatoi", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("DoanKet@2021", traces, StringComparison.Ordinal);

        var lines = await program.SaidAsync("/van-ban/tim");
        Assert.Matches(@"^\S+ info: .* GET /van-ban/tim answered 200 in \d+ ms; id \S+, account [0-9a-f-]{36}$", Assert.Single(lines));
        Assert.DoesNotContain(program.Said, line => line.Contains("bimatcuatoi", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Takes everything and keeps it as text: the names in protobuf are plain.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Text)> _heard = new();

        public Collector()
        {
            Address = new($"http://127.0.0.1:{FreePort()}/");
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = ListenAsync();
        }

        public Uri Address { get; }

        /// <summary>All that was sent to a path, once it holds some words.</summary>
        public async Task<string> UntilAsync(string path, string words)
        {
            for (var tries = 0; tries < 300; tries++)
            {
                var text = string.Concat(_heard.Where(h => h.Path == path).Select(h => h.Text));
                if (text.Contains(words, StringComparison.Ordinal))
                    return text;
                await Task.Delay(100);
            }
            throw new TimeoutException($"Nothing with '{words}' came to {path}; heard {string.Join(", ", _heard.Select(h => h.Path))}.");
        }

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                    _heard.Enqueue((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                    context.Response.Close();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
