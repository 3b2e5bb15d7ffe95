using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Testing.Signatures;

/// <summary>The three languages of <see cref="FakeProvider"/>, as their makers' descriptions write them.</summary>
internal static class FakeProviderTalk
{
    private const string Token = "phep-tam-thoi";

    public static void Map(IEndpointRouteBuilder endpoints, FakeProvider provider)
    {
        MapCsc(endpoints, provider);
        MapSmartCa(endpoints, provider);
        MapMySign(endpoints, provider);
    }

    private static void MapCsc(IEndpointRouteBuilder endpoints, FakeProvider provider)
    {
        endpoints.MapPost(
            "/csc/{edition}/oauth2/token",
            async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                return form["client_id"] == FakeProvider.Id && form["client_secret"] == FakeProvider.Secret
                    ? Answer(new JsonObject { ["access_token"] = Token, ["expires_in"] = 3600 })
                    : Refuse("invalid_client");
            }
        );
        Post("credentials/list", asked => new() { ["credentialIDs"] = new JsonArray("khoa-1") });
        Post(
            "credentials/info",
            asked =>
                new()
                {
                    ["key"] = new JsonObject { ["status"] = "enabled" },
                    ["cert"] = new JsonObject { ["certificates"] = Chain(provider) },
                    ["multisign"] = 10,
                    ["PIN"] = new JsonObject { ["presence"] = "true" },
                }
        );
        Post(
            "credentials/authorize",
            asked =>
            {
                provider.Shown.Enqueue(Text(asked["description"]));
                return Text(asked["PIN"]) == FakeProvider.Pin ? new() { ["SAD"] = "mot-lan" } : null;
            }
        );
        Post(
            "signatures/signHash",
            asked =>
            {
                if (Text(asked["SAD"]) != "mot-lan")
                    return null;
                var name = Guid.NewGuid().ToString("N");
                var hashes = (asked["hash"] ?? asked["hashes"])!.AsArray().Select(hash => Convert.FromBase64String(Text(hash)));
                provider.Begin(name, hashes, Text(asked["signAlgo"]) == "1.2.840.113549.1.1.10");
                return provider.AsksBefore > 0 ? new() { ["responseID"] = name } : Signatures(provider, name);
            }
        );
        Post("signatures/signPolling", asked => Signatures(provider, Text(asked["responseID"])));

        void Post(string address, Func<JsonObject, JsonObject?> answer) =>
            endpoints.MapPost(
                "/csc/{edition}/" + address,
                (HttpRequest request, JsonObject asked) =>
                    IsLetIn(request) && answer(asked) is { } given ? Answer(given) : Refuse("invalid_request")
            );
    }

    private static void MapSmartCa(IEndpointRouteBuilder endpoints, FakeProvider provider)
    {
        endpoints.MapPost(
            "/sca/sp769/v1/credentials/get_certificate",
            (JsonObject asked) =>
                IsLetIn(asked)
                    ? SmartCa("SUCCESS", new() { ["user_certificates"] = new JsonArray(SmartCaCertificate(provider)) })
                    : Answer(new JsonObject { ["status_code"] = 401, ["message"] = "SP_CREDENTIAL_INVALID" })
        );
        endpoints.MapPost(
            "/sca/sp769/v1/signatures/sign",
            (JsonObject asked) =>
            {
                if (!IsLetIn(asked))
                    return Answer(new JsonObject { ["status_code"] = 401, ["message"] = "SP_CREDENTIAL_INVALID" });
                var (name, files) = (Text(asked["transaction_id"]), asked["sign_files"]!.AsArray());
                provider.Shown.Enqueue(Text(asked["transaction_desc"]));
                foreach (var file in files)
                    provider.Shown.Enqueue(Text(file!["doc_id"]));
                provider.Begin(name, files.Select(file => Convert.FromHexString(Text(file!["data_to_be_signed"]))));
                return SmartCa("sig_wait_for_user_confirm", new() { ["transaction_id"] = name, ["tran_code"] = "ma-noi-bo" });
            }
        );
        endpoints.MapPost(
            "/sca/sp769/v1/signatures/sign/{name}/status",
            (string name) =>
                provider.AnswerTo(name) switch
                {
                    null => SmartCa("sig_wait_for_user_confirm", new() { ["transaction_id"] = name, ["signatures"] = null }),
                    { Answer: PhoneAnswer.Refuses } => SmartCa("REJECTED", new() { ["transaction_id"] = name, ["signatures"] = null }),
                    { Answer: PhoneAnswer.Forgets } => SmartCa("EXPIRED", new() { ["transaction_id"] = name, ["signatures"] = null }),
                    { Values: var values } => SmartCa("SUCCESS", new() { ["transaction_id"] = name, ["signatures"] = Signed(values) }),
                }
        );

        static JsonArray Signed(byte[][] values) =>
            [.. values.Select(value => new JsonObject { ["doc_id"] = "", ["signature_value"] = Broken(value) })];
        static IResult SmartCa(string message, JsonObject data) =>
            Answer(
                new JsonObject
                {
                    ["status_code"] = 200,
                    ["message"] = message,
                    ["data"] = data,
                }
            );
        static bool IsLetIn(JsonObject asked) =>
            Text(asked["sp_id"]) == FakeProvider.Id
            && Text(asked["sp_password"]) == FakeProvider.Secret
            && Text(asked["user_id"]) == FakeProvider.Customer;
    }

    private static JsonObject SmartCaCertificate(FakeProvider provider) =>
        new()
        {
            ["service_type"] = "SMARTCA",
            ["serial_number"] = provider.Certificate.SerialNumber,
            ["cert_data"] = Broken(provider.Certificate.RawData),
            ["chain_data"] = new JsonObject { ["ca_cert"] = Broken(TestPki.Shared.Issuer.RawData), ["root_cert"] = null },
        };

    private static void MapMySign(IEndpointRouteBuilder endpoints, FakeProvider provider)
    {
        endpoints.MapPost(
            "/vtss/service/ras/v1/login",
            (JsonObject asked) =>
                Text(asked["client_secret"]) == FakeProvider.Secret && Text(asked["user_id"]) == FakeProvider.Customer
                    ? Answer(new JsonObject { ["access_token"] = Token, ["expires_in"] = "3600" })
                    : Refuse("58008 User ID does not exist")
        );
        Post(
            "certificates/info",
            asked => new JsonArray(
                new JsonObject
                {
                    ["credential_id"] = "khoa-mysign",
                    ["key"] = new JsonObject { ["status"] = "enabled" },
                    ["cert"] = new JsonObject { ["certificates"] = Chain(provider) },
                    ["multisign"] = "2147483647",
                }
            )
        );
        Post(
            "signHash",
            asked =>
            {
                var name = Guid.NewGuid().ToString();
                provider.Shown.Enqueue(Plain(asked["description"]));
                foreach (var document in asked["documents"]!.AsArray())
                    provider.Shown.Enqueue($"{Text(document!["document_id"])}: {Plain(document["document_name"])}");
                provider.Begin(name, asked["hash"]!.AsArray().Select(hash => Convert.FromBase64String(Text(hash))));
                return new JsonObject { ["transactionId"] = name };
            }
        );
        Post(
            "requests/status",
            asked =>
                provider.AnswerTo(Text(asked["transactionId"])) switch
                {
                    null => new JsonObject { ["status"] = "4000" },
                    { Answer: PhoneAnswer.Refuses } => new JsonObject { ["status"] = "4002", ["description"] = "Người dùng từ chối" },
                    { Answer: PhoneAnswer.Forgets } => new JsonObject { ["status"] = "4001" },
                    { Values: var values } => new JsonObject
                    {
                        ["status"] = "1",
                        ["signatures"] = new JsonArray([.. values.Select(value => JsonValue.Create(Broken(value)))]),
                    },
                }
        );

        void Post(string address, Func<JsonObject, JsonNode> answer) =>
            endpoints.MapPost(
                "/vtss/service/" + address,
                (HttpRequest request, JsonObject asked) => IsLetIn(request) ? Answer(answer(asked)) : Refuse("401")
            );
        static string Plain(JsonNode? name) => Encoding.UTF8.GetString(Convert.FromBase64String(Text(name)));
    }

    private static JsonObject Signatures(FakeProvider provider, string name) =>
        provider.AnswerTo(name) is { } answer
            ? new() { ["signatures"] = new JsonArray([.. answer.Values.Select(value => JsonValue.Create(Broken(value)))]) }
            : [];

    private static JsonArray Chain(FakeProvider provider) =>
        new(Convert.ToBase64String(provider.Certificate.RawData), Convert.ToBase64String(TestPki.Shared.Issuer.RawData));

    /// <summary>With line ends in it, as some providers write.</summary>
    private static string Broken(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    private static bool IsLetIn(HttpRequest request) => request.Headers.Authorization == "Bearer " + Token;

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    private static IResult Answer(JsonNode body) => Results.Text(body.ToJsonString(), "application/json");

    private static IResult Refuse(string why) =>
        Results.Text(new JsonObject { ["error"] = why }.ToJsonString(), "application/json", statusCode: 400);
}
