using System.Text;
using System.Text.Json.Nodes;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>What Viettel gives to a program, and whom it signs for.</summary>
/// <param name="User">As the provider names the customer, with the kind of number in front: "CMT_…", "MST_…".</param>
public sealed record MySignAccount(string ClientId, string ClientSecret, string ProfileId, string User);

/// <summary>
/// Viettel MySign as its owner confirms it in the app, by asking (the maker's description of integration, version 1.8, 2025).
/// </summary>
public sealed class MySignService : IRemoteSigningService
{
    private const int MostCertificates = 50;

    /// <summary>Names are sent in Base64, of which less than 100 letters are allowed.</summary>
    private const int MostNameBytes = 72;

    private readonly MySignAccount _account;
    private readonly JsonCalls _calls;

    /// <param name="client">With the base address (ending in "/vtss/service/") and its time limit.</param>
    public MySignService(HttpClient client, MySignAccount account, TimeProvider time)
    {
        _account = account;
        var plain = new JsonCalls(client);
        _calls = new(client, new AccessToken(ct => SignInAsync(plain, ct), time));
    }

    public async Task<IReadOnlyList<RemoteCredential>> ListAsync(CancellationToken ct = default)
    {
        var question = Question();
        question["profile_id"] = _account.ProfileId;
        question["user_id"] = _account.User;
        question["certificates"] = "chain";
        question["certInfo"] = true;
        question["authInfo"] = true;
        var list = await _calls.PostAsync("certificates/info", question, ct);
        return [.. list.Items().Take(MostCertificates).Select(Describe).OfType<RemoteCredential>()];
    }

    public async Task<RemoteSigningState> StartAsync(RemoteSigningRequest request, CancellationToken ct = default)
    {
        RemoteRequests.Check(request);
        var question = Question();
        question["credentialID"] = request.Credential.Id;
        question["numSignatures"] = request.Hashes.Count;
        question["description"] = Name(request.Description);
        question["documents"] = new JsonArray([
            .. request.Hashes.Select(hash => new JsonObject
            {
                ["document_id"] = hash.DocumentId,
                ["document_name"] = Name(hash.Description),
            }),
        ]);
        question["hash"] = new JsonArray([.. request.Hashes.Select(hash => JsonValue.Create(Convert.ToBase64String(hash.Hash)))]);
        question["hashAlgo"] = Digests.Oid(request.Hash);
        question["signAlgo"] = RemoteRequests.SignAlgorithm(request);
        // Answers at once with a name to ask by.
        question["async"] = 1;
        var answer = await _calls.PostAsync("signHash", question, ct);
        return answer.Child("transactionId").Text() is { Length: > 0 } transaction
            ? RemoteSigningState.Waiting(transaction)
            : throw JsonCalls.Refuse($"The provider began nothing: {Quote(answer)}");
    }

    public async Task<RemoteSigningState> PollAsync(string transaction, CancellationToken ct = default)
    {
        var answer = await _calls.PostAsync("requests/status", new() { ["transactionId"] = transaction }, ct);
        return answer.Child("status").Text() switch
        {
            "1" => new(RemoteSigningStatus.Done, transaction, [.. answer.Child("signatures").Items().Select(value => value.Base64())]),
            // Not confirmed yet; confirmed, and being signed.
            "0" or "4000" or "6000" => RemoteSigningState.Waiting(transaction),
            "4001" => new(RemoteSigningStatus.Expired, transaction, []),
            "4002" => new(RemoteSigningStatus.Refused, transaction, []),
            _ => throw JsonCalls.Refuse($"The provider did not sign: {Quote(answer)}"),
        };
    }

    private async Task<(string, TimeSpan)> SignInAsync(JsonCalls plain, CancellationToken ct)
    {
        var question = Question();
        question["profile_id"] = _account.ProfileId;
        question["user_id"] = _account.User;
        var answer = await plain.PostAsync("ras/v1/login", question, ct);
        return (
            answer.Child("access_token").Text() ?? throw JsonCalls.Refuse("The provider gave no access token."),
            TimeSpan.FromSeconds(answer.Child("expires_in").Number() ?? 0)
        );
    }

    private JsonObject Question() => new() { ["client_id"] = _account.ClientId, ["client_secret"] = _account.ClientSecret };

    private static RemoteCredential? Describe(JsonNode found) =>
        found.Child("credential_id").Text() is { Length: > 0 } id
        && RemoteCertificates.Read(found.Child("cert").Child("certificates").Items()) is { } certificates
            ? new(
                id,
                certificates,
                found.Child("key").Child("status").Text() == "enabled",
                Math.Max(1, found.Child("multisign").Number() ?? 1)
            )
            : null;

    private static string Quote(JsonNode? answer, int most = 300)
    {
        var text = answer.Child("error_description").Text() ?? answer.Child("description").Text() ?? answer.Child("message").Text() ?? "";
        return $"{answer.Child("status").Text()} {text[..Math.Min(text.Length, most)]}".Trim();
    }

    /// <summary>As much of it as there is room for, whole letters only.</summary>
    private static string Name(string text)
    {
        var bytes = new List<byte>();
        foreach (var letter in text.EnumerateRunes())
        {
            if (bytes.Count + letter.Utf8SequenceLength > MostNameBytes)
                break;
            bytes.AddRange(Encoding.UTF8.GetBytes(letter.ToString()));
        }
        return Convert.ToBase64String([.. bytes]);
    }
}
