using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace DoanKet.Testing;

/// <summary>
/// A mail server that keeps what it is given; it refuses whoever is called "refused" and, while it is busy, puts off "greylisted" at once
/// and "putoff" after the letter.
/// </summary>
public sealed class PostOffice : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MimeMessage> _taken = new();

    public PostOffice()
    {
        _listener.Start();
        _ = Task.Run(async () =>
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
        });
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool IsClosed { get; set; }

    public bool IsBusy { get; set; }

    /// <summary>Before it says that it has taken a mail.</summary>
    public TimeSpan Pause { get; set; }

    public IReadOnlyCollection<MimeMessage> Taken => _taken;

    public IEnumerable<MimeMessage> TakenFor(string address) => _taken.Where(m => m.To.Mailboxes.Any(to => to.Address == address));

    public void Dispose() => _listener.Dispose();

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        if (IsClosed)
            return;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        var putOff = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
                putOff = IsBusy && line.Contains("putoff", StringComparison.Ordinal);
            await writer.WriteLineAsync(
                line.Split(' ')[0].ToUpperInvariant() switch
                {
                    "RCPT" when line.Contains("refused", StringComparison.Ordinal) => "550 nobody of this name",
                    "RCPT" when IsBusy && line.Contains("greylisted", StringComparison.Ordinal) => "451 come again",
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 yes",
                }
            );
            if (line == "DATA")
            {
                await TakeAsync(reader, keep: !putOff);
                await Task.Delay(Pause);
                await writer.WriteLineAsync(putOff ? "451 no room just now" : "250 taken");
            }
        }
    }

    private async Task TakeAsync(StreamReader reader, bool keep)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        if (keep)
            _taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()))));
    }
}
