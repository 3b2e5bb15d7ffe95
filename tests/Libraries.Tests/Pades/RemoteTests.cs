using System.Security.Cryptography;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>Providers that behave, and providers that do not, each in its own language.</summary>
public sealed class RemoteTests : IAsyncLifetime
{
    private FakeProvider _provider = null!;

    public enum Language
    {
        Csc1,
        Csc2,
        SmartCa,
        MySign,
    }

    public async ValueTask InitializeAsync() => _provider = await FakeProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory]
    [InlineData(Language.Csc1, 0, SignatureScheme.RsaPkcs1)]
    [InlineData(Language.Csc1, 0, SignatureScheme.RsaPss)]
    [InlineData(Language.Csc2, 0, SignatureScheme.RsaPkcs1)]
    [InlineData(Language.Csc2, 2, SignatureScheme.RsaPss)]
    [InlineData(Language.SmartCa, 0, SignatureScheme.RsaPkcs1)]
    [InlineData(Language.SmartCa, 2, SignatureScheme.RsaPkcs1)]
    [InlineData(Language.MySign, 0, SignatureScheme.RsaPkcs1)]
    [InlineData(Language.MySign, 2, SignatureScheme.RsaPkcs1)]
    public async Task ThreeDocumentsAreSignedByOneApproval(Language language, int asksBefore, SignatureScheme scheme)
    {
        _provider.AsksBefore = asksBefore;

        var signed = await SignAsync(language, scheme);

        Assert.All(signed, file => Referees.PdfsigAccepts(file, 1));
        Assert.All(signed, file => Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(file).Signatures[0].Crypto));
        Assert.Contains("Ký 3 văn bản", _provider.Shown);
    }

    [Fact]
    public async Task ThePhoneShowsEachDocumentAsTheScreenDoes()
    {
        await SignAsync(Language.MySign);

        Assert.Equal(["Ký 3 văn bản", "DK-1: Công văn 1", "DK-2: Công văn 2", "DK-3: Công văn 3"], _provider.Shown);
    }

    [Fact]
    public async Task ALongNameIsCutBetweenLetters()
    {
        await SignAsync(Language.MySign, title: new string('ữ', 100));

        Assert.Contains("DK-1: " + new string('ữ', 24), _provider.Shown);
    }

    [Theory]
    [InlineData(Language.Csc1)]
    [InlineData(Language.SmartCa)]
    [InlineData(Language.MySign)]
    public async Task ValuesInAnotherOrderFindTheirDocuments(Language language)
    {
        _provider.Change = values => [.. values.Reverse(), values[0]];

        var signed = await SignAsync(language);

        Assert.All(signed, file => Assert.Equal(CryptoVerdict.Valid, SigningTests.Verify(file).Signatures[0].Crypto));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("too few")]
    [InlineData("twice the same")]
    [InlineData("empty")]
    public async Task ValuesThatDoNotFitAreRefused(string how)
    {
        _provider.Change = values =>
            how switch
            {
                "wrong" => [values[0], [.. values[1].Reverse()], values[2]],
                "too few" => values[..2],
                "empty" =>
                [
                    [],
                    [],
                    [],
                ],
                _ => [values[0], values[0], values[2]],
            };

        await Assert.ThrowsAsync<PdfRefusedException>(() => SignAsync(Language.SmartCa));
    }

    [Fact]
    public async Task AValueInAWholeCmsIsTakenOut()
    {
        using var key = TestPki.Shared.RsaKey();
        var prepared = PreparedSignature.Prepare(PdfSource.FromBytes(new SmallPdf().Bytes()), key, new() { Time = TestPki.Now });
        var value = await key.SignHashAsync(prepared.HashToSign);
        var appended = System.Text.Encoding.Latin1.GetString(prepared.Complete(value));
        var from = appended.IndexOf("/Contents <", StringComparison.Ordinal) + "/Contents <".Length;
        var cms = Convert.FromHexString(appended[from..appended.IndexOf('>', from)]);

        Assert.Equal(value, Assert.Single(RemoteValues.Match([prepared], [cms])));
    }

    [Theory]
    [InlineData(Language.SmartCa, PhoneAnswer.Refuses, RemoteSigningStatus.Refused)]
    [InlineData(Language.SmartCa, PhoneAnswer.Forgets, RemoteSigningStatus.Expired)]
    [InlineData(Language.SmartCa, PhoneAnswer.Silent, RemoteSigningStatus.Waiting)]
    [InlineData(Language.MySign, PhoneAnswer.Refuses, RemoteSigningStatus.Refused)]
    [InlineData(Language.MySign, PhoneAnswer.Forgets, RemoteSigningStatus.Expired)]
    [InlineData(Language.MySign, PhoneAnswer.Silent, RemoteSigningStatus.Waiting)]
    public async Task WhatTheOwnerDoesOnThePhoneIsTold(Language language, PhoneAnswer phone, RemoteSigningStatus told)
    {
        _provider.Phone = phone;
        using var client = Client(language);
        var service = Service(language, client);
        var credential = Assert.Single(await service.ListAsync());
        var begun = await service.StartAsync(Request(credential, [new("DK-1", "Công văn", RandomNumberGenerator.GetBytes(32))]));

        var state = await service.PollAsync(begun.Transaction);

        Assert.Equal(told, state.Status);
        Assert.Empty(state.Values);
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_pin\",\"error_description\":\"Sai mã PIN\"}", "Sai mã PIN", PdfRefusal.Key)]
    [InlineData(403, "{\"message\":\"CREDENTIAL_STATUS_INVALID\"}", "CREDENTIAL_STATUS_INVALID", PdfRefusal.Key)]
    [InlineData(500, "{\"message\":\"bảo trì\"}", "bảo trì", PdfRefusal.Unreachable)]
    [InlineData(502, "<html>", "cannot be read", PdfRefusal.Unreachable)]
    public async Task AProviderThatRefusesIsQuoted(int status, string answer, string said, PdfRefusal reason)
    {
        _provider.Instead = (status, answer);
        foreach (var language in Enum.GetValues<Language>())
        {
            var refused = await Assert.ThrowsAsync<PdfRefusedException>(() => SignAsync(language));

            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
            Assert.Equal(reason, refused.Reason);
        }
    }

    /// <summary>Anything but what was agreed upon: no crash, and nothing is signed.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{\"status_code\":200,\"data\":7,\"access_token\":\"x\",\"expires_in\":[]}")]
    [InlineData("{\"status_code\":200,\"data\":{\"user_certificates\":[{\"serial_number\":\"1\",\"cert_data\":\"MII\"}]}}")]
    public async Task AnAnswerOfAnotherKindIsNoCertificate(string answer)
    {
        _provider.Instead = (200, answer);
        foreach (var language in Enum.GetValues<Language>())
        {
            using var client = Client(language);
            try
            {
                Assert.Empty(await Service(language, client).ListAsync());
            }
            catch (PdfRefusedException)
            {
                // Refused is as good as none.
            }
        }
    }

    [Theory]
    [InlineData(Language.Csc1)]
    [InlineData(Language.MySign)]
    public async Task ALeaveThatEndedEarlyIsFetchedAnew(Language language)
    {
        using var client = Client(language);
        var service = Service(language, client);
        Assert.Single(await service.ListAsync());
        _provider.Next.Enqueue((401, ""));

        Assert.Single(await service.ListAsync());

        // But not for ever.
        _provider.Instead = (401, "");
        await Assert.ThrowsAsync<PdfRefusedException>(() => service.ListAsync());
    }

    [Fact]
    public async Task AProviderThatIsGoneMayComeBack()
    {
        using var client = new HttpClient { BaseAddress = new("http://127.0.0.1:9/sca/sp769/") };
        var service = new SmartCaService(client, new(FakeProvider.Id, FakeProvider.Secret, FakeProvider.Customer, 50));

        var refused = await Assert.ThrowsAsync<PdfRefusedException>(() => service.ListAsync());

        Assert.Equal(PdfRefusal.Unreachable, refused.Reason);
    }

    [Fact]
    public async Task ASlowProviderIsNotWaitedForLonger()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var client = new HttpClient
        {
            BaseAddress = new($"http://{listener.LocalEndpoint}/vtss/service/"),
            Timeout = TimeSpan.FromMilliseconds(300),
        };
        var service = new MySignService(client, new("a", "b", "c", "d"), TimeProvider.System);

        var refused = await Assert.ThrowsAsync<PdfRefusedException>(() => service.ListAsync());

        Assert.Equal(PdfRefusal.Unreachable, refused.Reason);
    }

    [Fact]
    public async Task MoreDocumentsThanOneApprovalCoversAreNotAskedFor()
    {
        using var client = Client(Language.SmartCa);
        var service = new SmartCaService(client, new(FakeProvider.Id, FakeProvider.Secret, FakeProvider.Customer, MostHashes: 2));
        var credential = Assert.Single(await service.ListAsync());
        var hashes = Enumerable.Range(1, 3).Select(i => new RemoteHash($"DK-{i}", "Công văn", new byte[32])).ToList();

        await Assert.ThrowsAsync<PdfRefusedException>(() => service.StartAsync(Request(credential, hashes)));

        Assert.Empty(_provider.Begun);
    }

    private static RemoteSigningRequest Request(
        RemoteCredential credential,
        List<RemoteHash> hashes,
        SignatureScheme scheme = SignatureScheme.RsaPkcs1
    ) => new(Guid.NewGuid(), credential, HashAlgorithmName.SHA256, scheme, $"Ký {hashes.Count} văn bản", hashes, Pin: FakeProvider.Pin);

    private HttpClient Client(Language language) =>
        new()
        {
            BaseAddress = new(
                _provider.Address
                    + language switch
                    {
                        Language.Csc1 => "/csc/v1/",
                        Language.Csc2 => "/csc/v2/",
                        Language.SmartCa => "/sca/sp769/",
                        _ => "/vtss/service/",
                    }
            ),
        };

    private static IRemoteSigningService Service(Language language, HttpClient client)
    {
        var time = TimeProvider.System;
        return language switch
        {
            Language.SmartCa => new SmartCaService(client, new(FakeProvider.Id, FakeProvider.Secret, FakeProvider.Customer, 50)),
            Language.MySign => new MySignService(client, new(FakeProvider.Id, FakeProvider.Secret, "ho-so", FakeProvider.Customer), time),
            _ => new CscService(
                client,
                language == Language.Csc1 ? CscVersion.V1 : CscVersion.V2,
                AccessToken.ByClientCredentials(client, "oauth2/token", FakeProvider.Id, FakeProvider.Secret, time),
                FakeProvider.Customer
            ),
        };
    }

    private async Task<List<byte[]>> SignAsync(
        Language language,
        SignatureScheme scheme = SignatureScheme.RsaPkcs1,
        string title = "Công văn"
    )
    {
        using var client = Client(language);
        var service = Service(language, client);
        var credential = Assert.Single(await service.ListAsync());
        var files = Enumerable.Range(1, 3).Select(_ => new SmallPdf().Bytes()).ToList();
        var key = new KeyDescription(credential.Certificates, scheme, HashAlgorithmName.SHA256);
        var prepared = files
            .Select((file, i) => PreparedSignature.Prepare(PdfSource.FromBytes(file), key, new() { Time = TestPki.Now.AddMinutes(i) }))
            // The owner may answer after the program was started anew.
            .Select(one => PreparedSignature.FromBytes(one.ToBytes()))
            .ToList();
        var hashes = prepared.Select((one, i) => new RemoteHash($"DK-{i + 1}", $"{title} {i + 1}", one.HashToSign)).ToList();
        var state = await service.StartAsync(Request(credential, hashes, scheme));
        for (var i = 0; i < 5 && state.Status == RemoteSigningStatus.Waiting; i++)
            state = await service.PollAsync(state.Transaction);
        var values = RemoteValues.Match(prepared, state.Values);
        return [.. files.Select((file, i) => (byte[])[.. file, .. prepared[i].Complete(values[i])])];
    }
}
