using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DoanKet.Testing.Signatures;

/// <summary>What the owner of a key does on the phone.</summary>
public enum PhoneAnswer
{
    Approves,
    Refuses,

    /// <summary>The provider gives up waiting.</summary>
    Forgets,

    /// <summary>The phone lies in a drawer, and the provider waits on.</summary>
    Silent,
}

/// <summary>
/// A provider of remote signing on this machine, that speaks as the Cloud Signature Consortium, as VNPT SmartCA and as Viettel MySign; it
/// behaves, or misbehaves as it is told.
/// </summary>
public sealed class FakeProvider : IAsyncDisposable
{
    /// <summary>Of the program, and of its customer.</summary>
    public const string Id = "chuong-trinh",
        Secret = "bi-mat-cua-chuong-trinh",
        Customer = "THU-0001",
        Pin = "246810";

    private readonly ConcurrentDictionary<string, Asked> _asked = new();
    private readonly WebApplication _app;

    private FakeProvider(X509Certificate2 certificate)
    {
        Certificate = certificate;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Use(
            (context, next) =>
            {
                if ((Next.TryDequeue(out var once) ? once : Instead) is not { } instead)
                    return next(context);
                context.Response.StatusCode = instead.Status;
                return context.Response.WriteAsync(instead.Text);
            }
        );
        FakeProviderTalk.Map(_app, this);
    }

    public X509Certificate2 Certificate { get; }

    public PhoneAnswer Phone { get; set; }

    /// <summary>So often it is asked before the owner has answered.</summary>
    public int AsksBefore { get; set; }

    /// <summary>What becomes of the values on their way.</summary>
    public Func<byte[][], byte[][]> Change { get; set; } = values => values;

    /// <summary>An answer to everything.</summary>
    public (int Status, string Text)? Instead { get; set; }

    /// <summary>Answers to what is asked next.</summary>
    public ConcurrentQueue<(int Status, string Text)?> Next { get; } = [];

    /// <summary>What the phone has shown: "id: description" of each document, and the description of all.</summary>
    public ConcurrentQueue<string> Shown { get; } = [];

    /// <summary>The requests that were begun, by the program's own names.</summary>
    public IEnumerable<string> Begun => _asked.Keys;

    public string Address => _app.Urls.First().TrimEnd('/');

    public static async Task<FakeProvider> StartAsync(X509Certificate2? certificate = null)
    {
        var provider = new FakeProvider(certificate ?? TestPki.Shared.RsaCertificate());
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Takes in what is to be signed.</summary>
    internal void Begin(string name, IEnumerable<byte[]> hashes, bool usePss = false) => _asked[name] = new([.. hashes], usePss);

    /// <returns>Null while the owner has not answered; the values once approved, none when not.</returns>
    internal (PhoneAnswer Answer, byte[][] Values)? AnswerTo(string name)
    {
        var asked = _asked[name];
        return Phone == PhoneAnswer.Silent || asked.Count++ < AsksBefore ? null
            : Phone == PhoneAnswer.Approves ? (Phone, Values(asked))
            : (Phone, []);
    }

    private byte[][] Values(Asked asked)
    {
        using var key = Certificate.GetRSAPrivateKey()!;
        var padding = asked.UsePss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return Change([.. asked.Hashes.Select(hash => key.SignHash(hash, HashAlgorithmName.SHA256, padding))]);
    }

    private sealed record Asked(IReadOnlyList<byte[]> Hashes, bool UsePss)
    {
        public int Count { get; set; }
    }
}
