using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>Which edition of the Cloud Signature Consortium's interface a provider speaks.</summary>
public enum CscVersion
{
    /// <summary>1.0.4.</summary>
    V1,

    /// <summary>2.0: other names for hashes, and answers that may come later.</summary>
    V2,
}

/// <summary>A provider that speaks the interface of the Cloud Signature Consortium.</summary>
/// <param name="client">With the base address (ending in "/csc/v1/" or "/csc/v2/") and its time limit.</param>
/// <param name="accessToken">Of OAuth 2, asked for each call.</param>
public sealed class CscService(HttpClient client, CscVersion version, Func<CancellationToken, Task<string>> accessToken)
    : IRemoteSigningService
{
    /// <summary>Credentials looked at; nobody has more.</summary>
    private const int MostCredentials = 50;

    private readonly JsonCalls _calls = new(client, accessToken);

    /// <summary>Values that came at once, until they are asked for.</summary>
    private readonly Dictionary<string, IReadOnlyList<byte[]>> _ready = [];

    public async Task<IReadOnlyList<RemoteCredential>> ListAsync(CancellationToken ct = default)
    {
        var list = await _calls.PostAsync("credentials/list", [], ct);
        var credentials = new List<RemoteCredential>();
        foreach (var id in Texts(list["credentialIDs"]).Take(MostCredentials))
            if (await DescribeAsync(id, ct) is { } credential)
                credentials.Add(credential);
        return credentials;
    }

    public async Task<string> StartAsync(RemoteSigningRequest request, CancellationToken ct = default)
    {
        if (request.Hashes.Count == 0 || request.Hashes.Count > request.Credential.MostHashes)
            throw JsonCalls.Refuse($"One approval covers 1 to {request.Credential.MostHashes} documents.");
        var hashes = new JsonArray([.. request.Hashes.Select(hash => JsonValue.Create(Convert.ToBase64String(hash.Hash)))]);
        var sad = await AuthorizeAsync(request, hashes, ct);
        var question = new JsonObject
        {
            ["credentialID"] = request.Credential.Id,
            ["SAD"] = sad,
            [HashesName] = hashes.DeepClone(),
            [AlgorithmName] = Digests.Oid(request.Hash),
            ["signAlgo"] = SignAlgorithm(request),
        };
        if (request.Scheme == SignatureScheme.RsaPss)
            question["signAlgoParams"] = Convert.ToBase64String(PssParameters(request.Hash));
        var answer = await _calls.PostAsync("signatures/signHash", question, ct);
        if (answer["responseID"]?.GetValue<string>() is { Length: > 0 } later)
            return later;
        var transaction = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _ready[transaction] = Values(answer);
        return transaction;
    }

    public async Task<RemoteSigningState> PollAsync(string transaction, CancellationToken ct = default)
    {
        if (_ready.Remove(transaction, out var values))
            return new(RemoteSigningStatus.Done, values);
        var answer = await _calls.PostAsync("signatures/signPolling", new() { ["responseID"] = transaction }, ct);
        return answer["signatures"] is null ? new(RemoteSigningStatus.Waiting, []) : new(RemoteSigningStatus.Done, Values(answer));
    }

    private string HashesName => version == CscVersion.V1 ? "hash" : "hashes";

    private string AlgorithmName => version == CscVersion.V1 ? "hashAlgo" : "hashAlgorithmOID";

    private async Task<string> AuthorizeAsync(RemoteSigningRequest request, JsonArray hashes, CancellationToken ct)
    {
        var question = new JsonObject
        {
            ["credentialID"] = request.Credential.Id,
            ["numSignatures"] = request.Hashes.Count,
            [HashesName] = hashes.DeepClone(),
            ["description"] = string.Join("; ", request.Hashes.Select(hash => hash.Description)),
        };
        if (version == CscVersion.V2)
            question[AlgorithmName] = Digests.Oid(request.Hash);
        if (request.Pin is not null)
            question["PIN"] = request.Pin;
        if (request.Otp is not null)
            question["OTP"] = request.Otp;
        var answer = await _calls.PostAsync("credentials/authorize", question, ct);
        return answer["SAD"]?.GetValue<string>() ?? throw JsonCalls.Refuse("The provider gave no activation data.");
    }

    /// <returns>Null where its certificates cannot be read.</returns>
    private async Task<RemoteCredential?> DescribeAsync(string id, CancellationToken ct)
    {
        var info = await _calls.PostAsync("credentials/info", new() { ["credentialID"] = id, ["certificates"] = "chain" }, ct);
        try
        {
            var certificates = Texts(info["cert"]?["certificates"])
                .Select(text => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text)))
                .ToList();
            if (certificates.Count == 0)
                return null;
            return new(
                id,
                certificates,
                Text(info["key"]?["status"]) == "enabled",
                Math.Max(1, Number(info["multisign"])),
                Text(info["PIN"]?["presence"]) == "true",
                Text(info["OTP"]?["presence"]) == "true"
            );
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static string SignAlgorithm(RemoteSigningRequest request) =>
        request.Scheme switch
        {
            SignatureScheme.Ecdsa => Digests.WithEcdsa(request.Hash),
            SignatureScheme.RsaPss => Oids.RsaPss,
            _ => Oids.Rsa,
        };

    private static byte[] PssParameters(HashAlgorithmName hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        CmsWriter.WritePssParameters(writer, hash);
        return writer.Encode();
    }

    /// <summary>Line ends, which some providers put in, do not matter to Base64.</summary>
    private static List<byte[]> Values(JsonNode answer)
    {
        try
        {
            return [.. Texts(answer["signatures"]).Select(Convert.FromBase64String)];
        }
        catch (FormatException)
        {
            throw JsonCalls.Refuse("The provider's signatures cannot be read.");
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => (node as JsonArray)?.Select(Text).OfType<string>() ?? [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
