using System.Formats.Asn1;
using System.Security.Cryptography;
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
/// <param name="user">Whose keys are meant, where the token is the program's own; null where it is the owner's.</param>
public sealed class CscService(HttpClient client, CscVersion version, AccessToken accessToken, string? user = null) : IRemoteSigningService
{
    /// <summary>Credentials looked at; nobody has more.</summary>
    private const int MostCredentials = 50;

    private readonly JsonCalls _calls = new(client, accessToken);

    public async Task<IReadOnlyList<RemoteCredential>> ListAsync(CancellationToken ct = default)
    {
        JsonObject question = [];
        if (user is not null)
            question["userID"] = user;
        var list = await _calls.PostAsync("credentials/list", question, ct);
        var credentials = new List<RemoteCredential>();
        foreach (var id in list.Child("credentialIDs").Items().Select(item => item.Text()).OfType<string>().Take(MostCredentials))
            if (await DescribeAsync(id, ct) is { } credential)
                credentials.Add(credential);
        return credentials;
    }

    public async Task<RemoteSigningState> StartAsync(RemoteSigningRequest request, CancellationToken ct = default)
    {
        RemoteRequests.Check(request);
        var sad = await AuthorizeAsync(request, ct);
        var question = new JsonObject
        {
            ["credentialID"] = request.Credential.Id,
            ["SAD"] = sad,
            [HashesName] = Hashes(request),
            [AlgorithmName] = Digests.Oid(request.Hash),
            ["signAlgo"] = RemoteRequests.SignAlgorithm(request),
        };
        if (request.Scheme == SignatureScheme.RsaPss)
            question["signAlgoParams"] = Convert.ToBase64String(PssParameters(request.Hash));
        var answer = await _calls.PostAsync("signatures/signHash", question, ct);
        return answer.Child("responseID").Text() is { Length: > 0 } later
            ? RemoteSigningState.Waiting(later)
            : new(RemoteSigningStatus.Done, "", Values(answer));
    }

    public async Task<RemoteSigningState> PollAsync(string transaction, CancellationToken ct = default)
    {
        var answer = await _calls.PostAsync("signatures/signPolling", new() { ["responseID"] = transaction }, ct);
        return answer.Child("signatures") is null
            ? RemoteSigningState.Waiting(transaction)
            : new(RemoteSigningStatus.Done, transaction, Values(answer));
    }

    private string HashesName => version == CscVersion.V1 ? "hash" : "hashes";

    private string AlgorithmName => version == CscVersion.V1 ? "hashAlgo" : "hashAlgorithmOID";

    private async Task<string> AuthorizeAsync(RemoteSigningRequest request, CancellationToken ct)
    {
        var question = new JsonObject
        {
            ["credentialID"] = request.Credential.Id,
            ["numSignatures"] = request.Hashes.Count,
            [HashesName] = Hashes(request),
            ["description"] = request.Description,
        };
        if (version == CscVersion.V2)
            question[AlgorithmName] = Digests.Oid(request.Hash);
        if (request.Pin is not null)
            question["PIN"] = request.Pin;
        if (request.Otp is not null)
            question["OTP"] = request.Otp;
        var answer = await _calls.PostAsync("credentials/authorize", question, ct);
        return answer.Child("SAD").Text() ?? throw JsonCalls.Refuse("The provider gave no activation data.");
    }

    /// <returns>Null where its certificates cannot be read.</returns>
    private async Task<RemoteCredential?> DescribeAsync(string id, CancellationToken ct)
    {
        var info = await _calls.PostAsync("credentials/info", new() { ["credentialID"] = id, ["certificates"] = "chain" }, ct);
        return RemoteCertificates.Read(info.Child("cert").Child("certificates").Items()) is { } certificates
            ? new(
                id,
                certificates,
                info.Child("key").Child("status").Text() == "enabled",
                Math.Max(1, info.Child("multisign").Number() ?? 1),
                info.Child("PIN").Child("presence").Text() == "true",
                info.Child("OTP").Child("presence").Text() == "true"
            )
            : null;
    }

    private static JsonArray Hashes(RemoteSigningRequest request) =>
        [.. request.Hashes.Select(hash => JsonValue.Create(Convert.ToBase64String(hash.Hash)))];

    private static byte[] PssParameters(HashAlgorithmName hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        CmsWriter.WritePssParameters(writer, hash);
        return writer.Encode();
    }

    private static List<byte[]> Values(JsonNode? answer) => [.. answer.Child("signatures").Items().Select(value => value.Base64())];
}
