using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DoanKet.Pades;

/// <summary>What VNPT gives to a program, and whom it signs for.</summary>
/// <param name="SpId">Goes with <paramref name="SpPassword"/> in each question.</param>
/// <param name="User">The customer's number: of identity card or passport, or the tax code.</param>
/// <param name="MostHashes">How many documents one approval covers, by contract.</param>
public sealed record SmartCaAccount(string SpId, string SpPassword, string User, int MostHashes);

/// <summary>
/// VNPT SmartCA as its owner confirms it on the phone (the maker's description of integration, version 4, 2024, section 3). The webhook is
/// not used: it proves nothing, and asking finds out the same.
/// </summary>
/// <param name="client">With the base address (ending in "/sca/sp769/") and its time limit.</param>
public sealed class SmartCaService(HttpClient client, SmartCaAccount account) : IRemoteSigningService
{
    private const int MostCertificates = 50;

    private readonly JsonCalls _calls = new(client);

    /// <summary>A certificate that may not sign is told when it is to: the description names no states.</summary>
    public async Task<IReadOnlyList<RemoteCredential>> ListAsync(CancellationToken ct = default)
    {
        var question = Question();
        question["serial_number"] = "";
        question["transaction_id"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var data = Data(await _calls.PostAsync("v1/credentials/get_certificate", question, ct));
        return [.. data.Child("user_certificates").Items().Take(MostCertificates).Select(Describe).OfType<RemoteCredential>()];
    }

    public async Task<RemoteSigningState> StartAsync(RemoteSigningRequest request, CancellationToken ct = default)
    {
        RemoteRequests.Check(request);
        var transaction = request.Transaction.ToString();
        var question = Question();
        question["serial_number"] = request.Credential.Id;
        question["transaction_id"] = transaction;
        question["transaction_desc"] = request.Description;
        question["sign_files"] = new JsonArray([
            .. request.Hashes.Select(hash => new JsonObject
            {
                ["doc_id"] = hash.DocumentId,
                ["file_type"] = "pdf",
                ["sign_type"] = "hash",
                ["data_to_be_signed"] = Convert.ToHexStringLower(hash.Hash),
            }),
        ]);
        var data = Data(await _calls.PostAsync("v1/signatures/sign", question, ct));
        return RemoteSigningState.Waiting(data.Child("transaction_id").Text() ?? transaction);
    }

    public async Task<RemoteSigningState> PollAsync(string transaction, CancellationToken ct = default)
    {
        var answer = await _calls.PostAsync($"v1/signatures/sign/{Uri.EscapeDataString(transaction)}/status", [], ct);
        var status = StatusOf(answer.Child("message").Text() ?? "");
        if (status != RemoteSigningStatus.Waiting)
            return new(status, transaction, []);
        var values = Data(answer).Child("signatures").Items().Select(value => value.Child("signature_value").Base64()).ToList();
        return values.Count == 0 ? RemoteSigningState.Waiting(transaction) : new(RemoteSigningStatus.Done, transaction, values);
    }

    /// <summary>The description has only the words of success; these were seen elsewhere. With others it goes on waiting.</summary>
    private static RemoteSigningStatus StatusOf(string message) =>
        message.Contains("EXPIRED", StringComparison.OrdinalIgnoreCase) ? RemoteSigningStatus.Expired
        : message.Contains("REJECT", StringComparison.OrdinalIgnoreCase) ? RemoteSigningStatus.Refused
        : RemoteSigningStatus.Waiting;

    private JsonObject Question() =>
        new()
        {
            ["sp_id"] = account.SpId,
            ["sp_password"] = account.SpPassword,
            ["user_id"] = account.User,
        };

    /// <summary>Failures come with the status 200 of HTTP, too.</summary>
    private static JsonNode? Data(JsonNode? answer) =>
        answer.Child("status_code").Number() is 200
            ? answer.Child("data")
            : throw JsonCalls.Refuse($"The provider refuses: {answer.Child("message").Text() ?? answer.Child("status_code").Text()}");

    private RemoteCredential? Describe(JsonNode found)
    {
        var chain = found.Child("chain_data");
        return
            found.Child("serial_number").Text() is { Length: > 0 } serial
            && RemoteCertificates.Read([found.Child("cert_data"), chain.Child("ca_cert"), chain.Child("root_cert")]) is { } certificates
            ? new(serial, certificates, IsEnabled: true, account.MostHashes)
            : null;
    }
}
