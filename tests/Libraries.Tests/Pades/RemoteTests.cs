using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>A provider of the Cloud Signature Consortium's kind that behaves, and one that does not.</summary>
public sealed class RemoteTests : IDisposable
{
    private readonly FakeProvider _provider = new();

    [Theory]
    [InlineData(CscVersion.V1, false, SignatureScheme.RsaPkcs1)]
    [InlineData(CscVersion.V1, false, SignatureScheme.RsaPss)]
    [InlineData(CscVersion.V2, false, SignatureScheme.RsaPkcs1)]
    [InlineData(CscVersion.V2, true, SignatureScheme.RsaPss)]
    public async Task ThreeDocumentsAreSignedByOneApproval(CscVersion version, bool answersLater, SignatureScheme scheme)
    {
        _provider.AnswersLater = answersLater;

        var signed = await SignAsync(version, scheme);

        Assert.All(signed, file => Referees.PdfsigAccepts(file, 1));
        Assert.All(signed, file => Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(file).Signatures[0].Crypto));
        Assert.Equal("246810", _provider.Pin);
        Assert.Equal("Công văn 1; Công văn 2; Công văn 3", _provider.Description);
    }

    [Fact]
    public async Task ValuesInAnotherOrderFindTheirDocuments()
    {
        _provider.Change = values => [.. values.Reverse()];

        var signed = await SignAsync(CscVersion.V1, SignatureScheme.RsaPkcs1);

        Assert.All(signed, file => Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(file).Signatures[0].Crypto));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("too few")]
    [InlineData("twice the same")]
    public async Task ValuesThatDoNotFitAreRefused(string how)
    {
        _provider.Change = values =>
            how switch
            {
                "wrong" => [values[0], [.. values[1].Reverse()], values[2]],
                "too few" => values[..2],
                _ => [values[0], values[0], values[2]],
            };

        await Assert.ThrowsAsync<PdfRefusedException>(() => SignAsync(CscVersion.V1, SignatureScheme.RsaPkcs1));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "{\"error\":\"invalid_pin\",\"error_description\":\"Sai mã PIN\"}", "Sai mã PIN")]
    [InlineData(HttpStatusCode.InternalServerError, "<html>", "cannot be read")]
    [InlineData(HttpStatusCode.OK, "[]", "cannot be read")]
    [InlineData(HttpStatusCode.OK, "{}", "activation data")]
    public async Task AProviderThatRefusesIsQuoted(HttpStatusCode status, string answer, string said)
    {
        _provider.Authorization = (status, answer);

        var refused = await Assert.ThrowsAsync<PdfRefusedException>(() => SignAsync(CscVersion.V1, SignatureScheme.RsaPkcs1));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsToBeSignedSaysForWhichDocumentAndCertificate()
    {
        using var certificate = TestPki.Shared.RsaCertificate();
        var key = KeyDescription.Of([certificate]);
        var prepared = PreparedSignature.Prepare(PdfSource.FromBytes(new SmallPdf().Bytes()), key, new() { Time = TestPki.Now });

        var statement = SignatureStatement.Read(prepared.SignedAttributes);

        Assert.True(statement.Names(certificate));
        Assert.False(statement.Names(TestPki.Shared.Root));
        Assert.Equal(32, statement.DocumentHash.Length);
        Assert.Equal(prepared.HashToSign, statement.HashToSign(key.Hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3000")]
    [InlineData("3100")]
    // A challenge of a sign-in, a certificate's beginning: whatever is no statement of a document.
    [InlineData("0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20")]
    [InlineData("30820122300D06092A864886F70D01010105000382010F00")]
    public void AnythingElseIsNoStatement(string hexadecimal) =>
        Assert.Throws<PdfFormatException>(() => SignatureStatement.Read(Convert.FromHexString(hexadecimal)));

    [Fact]
    public void AStatementWithMoreInItIsNone()
    {
        using var certificate = TestPki.Shared.RsaCertificate();
        var key = KeyDescription.Of([certificate]);
        var right = PreparedSignature
            .Prepare(PdfSource.FromBytes(new SmallPdf().Bytes()), key, new() { Time = TestPki.Now })
            .SignedAttributes;

        Assert.Throws<PdfFormatException>(() => SignatureStatement.Read([.. right, 0x05, 0x00]));
        Assert.Throws<PdfFormatException>(() => SignatureStatement.Read(right[..^1]));
        Assert.Throws<PdfFormatException>(() => PreparedSignature.FromBytes("{}"u8));
    }

    public void Dispose() => _provider.Dispose();

    private async Task<List<byte[]>> SignAsync(CscVersion version, SignatureScheme scheme)
    {
        using var client = new HttpClient(_provider) { BaseAddress = new("https://provider.example/csc/") };
        var service = new CscService(client, version, _ => Task.FromResult("token"));
        var credential = Assert.Single(await service.ListAsync());
        var files = Enumerable.Range(1, 3).Select(_ => new SmallPdf().Bytes()).ToList();
        var key = new KeyDescription(credential.Certificates, scheme, HashAlgorithmName.SHA256);
        var prepared = files
            .Select((file, i) => PreparedSignature.Prepare(PdfSource.FromBytes(file), key, new() { Time = TestPki.Now.AddMinutes(i) }))
            // The owner may answer after the program was started anew.
            .Select(one => PreparedSignature.FromBytes(one.ToBytes()))
            .ToList();
        var hashes = prepared.Select((one, i) => new RemoteHash($"{i}", $"Công văn {i + 1}", one.HashToSign)).ToList();
        var transaction = await service.StartAsync(new(credential, key.Hash, scheme, hashes, Pin: "246810"));
        var state = await service.PollAsync(transaction);
        if (state.Status == RemoteSigningStatus.Waiting)
            state = await service.PollAsync(transaction);
        var values = RemoteValues.Match(prepared, state.Values);
        return [.. files.Select((file, i) => (byte[])[.. file, .. prepared[i].Complete(values[i])])];
    }

    private sealed class FakeProvider : HttpMessageHandler
    {
        private readonly System.Security.Cryptography.X509Certificates.X509Certificate2 _certificate = TestPki.Shared.RsaCertificate();
        private JsonArray? _waiting;
        private bool _wasAsked;

        public bool AnswersLater { get; set; }

        public Func<byte[][], byte[][]> Change { get; set; } = values => values;

        public (HttpStatusCode, string)? Authorization { get; set; }

        public string? Pin { get; private set; }

        public string? Description { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("Bearer token", request.Headers.Authorization?.ToString());
            var asked = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            var (status, answer) = request.RequestUri!.AbsolutePath.Replace("/csc/", "", StringComparison.Ordinal) switch
            {
                "credentials/list" => (HttpStatusCode.OK, """{"credentialIDs":["khoa-1"]}"""),
                "credentials/info" => (HttpStatusCode.OK, Info()),
                "credentials/authorize" => Authorize(asked),
                "signatures/signHash" => (HttpStatusCode.OK, Sign(asked)),
                "signatures/signPolling" => (HttpStatusCode.OK, Poll(asked)),
                _ => (HttpStatusCode.NotFound, "{}"),
            };
            return new(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }

        private string Info() =>
            new JsonObject
            {
                ["key"] = new JsonObject { ["status"] = "enabled" },
                ["cert"] = new JsonObject { ["certificates"] = new JsonArray(Convert.ToBase64String(_certificate.RawData)) },
                ["multisign"] = 10,
                ["PIN"] = new JsonObject { ["presence"] = "true" },
            }.ToJsonString();

        private (HttpStatusCode, string) Authorize(JsonObject asked)
        {
            (Pin, Description) = (asked["PIN"]?.GetValue<string>(), asked["description"]?.GetValue<string>());
            return Authorization ?? (HttpStatusCode.OK, """{"SAD":"mot-lan"}""");
        }

        private string Sign(JsonObject asked)
        {
            Assert.Equal("mot-lan", asked["SAD"]!.GetValue<string>());
            using var key = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPrivateKey(_certificate)!;
            var isPss = asked["signAlgo"]!.GetValue<string>() == "1.2.840.113549.1.1.10";
            var padding = isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            var hashes = (asked["hash"] ?? asked["hashes"])!.AsArray();
            var values = Change([
                .. hashes.Select(hash =>
                    key.SignHash(Convert.FromBase64String(hash!.GetValue<string>()), HashAlgorithmName.SHA256, padding)
                ),
            ]);
            var broken = values.Select(value => JsonValue.Create(Convert.ToBase64String(value, Base64FormattingOptions.InsertLineBreaks)));
            var signatures = new JsonArray([.. broken]);
            if (!AnswersLater)
                return new JsonObject { ["signatures"] = signatures }.ToJsonString();
            _waiting = signatures;
            return """{"responseID":"cho"}""";
        }

        private string Poll(JsonObject asked)
        {
            Assert.Equal("cho", asked["responseID"]!.GetValue<string>());
            if (!_wasAsked)
            {
                _wasAsked = true;
                return "{}";
            }
            return new JsonObject { ["signatures"] = _waiting!.DeepClone() }.ToJsonString();
        }
    }
}
