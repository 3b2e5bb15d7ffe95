using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DoanKet.Host.Tests.Store;

public enum StoreMood
{
    Well,

    /// <summary>Takes the connection and never answers.</summary>
    Frozen,

    /// <summary>Does not accept the key.</summary>
    Refusing,

    /// <summary>Answers 500 to everything.</summary>
    Broken,
}

/// <summary>As much of an S3-compatible store as the program asks for, in memory, with moods that a test sets.</summary>
public sealed class SmallStore : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, byte[]> _objects = new();

    private SmallStore()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public StoreMood Mood { get; set; }

    /// <summary>Bytes given out.</summary>
    public long Sent { get; private set; }

    public string Address => _app.Urls.First();

    public static async Task<SmallStore> StartAsync()
    {
        var store = new SmallStore();
        await store._app.StartAsync();
        return store;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (Mood == StoreMood.Frozen)
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        if (Mood is StoreMood.Refusing or StoreMood.Broken)
        {
            http.Response.StatusCode = Mood == StoreMood.Refusing ? 403 : 500;
            await http.Response.WriteAsync(Mood == StoreMood.Refusing ? "<Error><Code>SignatureDoesNotMatch</Code></Error>" : "<Error><Code>InternalError</Code></Error>");
            return;
        }
        var path = http.Request.Path.Value!;
        if (http.Request.Query.ContainsKey("list-type"))
            await http.Response.WriteAsync("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
        else if (HttpMethods.IsPut(http.Request.Method))
            await KeepAsync(http, path);
        else if (!_objects.TryGetValue(path, out var content))
            http.Response.StatusCode = 404;
        else
            await GiveAsync(http, content);
    }

    private async Task KeepAsync(HttpContext http, string path)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content);
        _objects[path] = content.ToArray();
        http.Response.Headers.ETag = "\"kept\"";
    }

    private async Task GiveAsync(HttpContext http, byte[] content)
    {
        var range = http.Request.GetTypedHeaders().Range?.Ranges.First();
        var (from, to) = ((int)(range?.From ?? 0), (int)(range?.To ?? content.Length - 1));
        http.Response.StatusCode = range is null ? 200 : 206;
        http.Response.ContentLength = to - from + 1;
        if (range is not null)
            http.Response.Headers.ContentRange = $"bytes {from}-{to}/{content.Length}";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        try
        {
            for (var at = from; at <= to; at += 16 * 1024)
            {
                var part = content.AsMemory(at, Math.Min(16 * 1024, to - at + 1));
                await http.Response.Body.WriteAsync(part, http.RequestAborted);
                Sent += part.Length;
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has what it wanted.
        }
    }
}
