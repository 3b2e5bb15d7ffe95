using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>Packages that bear an enveloped signature, and what people put around such signatures.</summary>
public sealed class XmlSignatureTests
{
    private static readonly string[] Header = ["edXMLEnvelope", "edXMLHeader"];

    /// <summary>As offices exchange them: prefixes, a default namespace, blanks and letters of all kinds.</summary>
    private const string Package = """
        <?xml version="1.0" encoding="utf-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
            <edXML:edXMLHeader><edXML:MessageHeader><edXML:Subject b="2" a="1">V/v chuẩn bị đại hội &amp; &lt;báo cáo&gt;</edXML:Subject>
            <!-- ghi chú -->
            </edXML:MessageHeader></edXML:edXMLHeader>
            <edXML:edXMLBody />
          </edXML:edXMLEnvelope>
          <AttachmentEncoded><Attachment><ContentTransferEncoded>AAEC</ContentTransferEncoded></Attachment></AttachmentEncoded>
        </edXML>
        """;

    [Theory]
    [InlineData("RSA", true)]
    [InlineData("PSS", false)]
    [InlineData("P-256", true)]
    [InlineData("P-384", true)]
    [InlineData("P-521", true)]
    public async Task WhatIsSignedIsAcceptedHereAndElsewhere(string kind, bool isKnownToXmlsec)
    {
        using var key = Key(kind);

        var file = await XmlSignature.SignAsync(Bytes(Package), key, Header);

        if (isKnownToXmlsec)
            Referees.XmlsecAccepts(file, TestPki.Shared);
        var report = Verify(file)!;
        Assert.Equal((CryptoVerdict.Valid, TrustVerdict.Trusted, "thử"), (report.Crypto, report.Trust, report.TrustLabel));
        Assert.Equal("Người ký thử", report.Signer);
        // In the header, and what was there stands as it was.
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains("</SignatureValue>", text, StringComparison.Ordinal);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("<Signature ", StringComparison.Ordinal) < text.IndexOf("<edXML:edXMLBody", StringComparison.Ordinal));
        Assert.Contains("AAEC", Encoding.UTF8.GetString(report.Content!), StringComparison.Ordinal);
        Assert.DoesNotContain("ghi chú", Encoding.UTF8.GetString(report.Content!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignedXml.XmlDsigExcC14NTransformUrl)]
    [InlineData(SignedXml.XmlDsigC14NTransformUrl)]
    public void WhatOthersSignIsAccepted(string way)
    {
        var report = Verify(SignElsewhere(way))!;

        Assert.Equal((CryptoVerdict.Valid, TrustVerdict.Trusted), (report.Crypto, report.Trust));
    }

    [Theory]
    [InlineData("đại hội", "đại hồi")]
    [InlineData("AAEC", "AAED")]
    [InlineData("a=\"1\"", "a=\"3\"")]
    [InlineData("<AttachmentEncoded>", "<AttachmentEncoded xmlns:x=\"y\" x:z=\"1\">")]
    [InlineData("</AttachmentEncoded>", "<Attachment/></AttachmentEncoded>")]
    [InlineData("<edXML:edXMLBody />", "<edXML:edXMLBody /> ")]
    public async Task WhatWasChangedIsSeen(string before, string after)
    {
        var file = await SignAsync();

        var report = Verify(Replace(file, before, after))!;

        Assert.Equal(CryptoVerdict.Invalid, report.Crypto);
        Assert.Null(report.Content);
    }

    /// <summary>The tricks of signature wrapping: what is signed is kept somewhere, and something else stands where it is read.</summary>
    [Theory]
    [InlineData("a reference to a part")]
    [InlineData("two references")]
    [InlineData("two signatures")]
    [InlineData("a signature in a signature")]
    [InlineData("a transform that leaves out")]
    [InlineData("a stylesheet")]
    [InlineData("a prefix list")]
    [InlineData("no reference at all")]
    [InlineData("no address in the reference")]
    [InlineData("a secret both sides know")]
    [InlineData("a key without certificate")]
    public async Task ATrickIsNoSignature(string trick)
    {
        var file = Encoding.UTF8.GetString(await SignAsync());
        const string enveloped = "<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\" />";
        var from = file.IndexOf("<Signature ", StringComparison.Ordinal);
        var signature = file[from..(file.IndexOf("</Signature>", StringComparison.Ordinal) + "</Signature>".Length)];
        var reference = signature[
            signature.IndexOf("<Reference", StringComparison.Ordinal)..(
                signature.IndexOf("</Reference>", StringComparison.Ordinal) + "</Reference>".Length
            )
        ];
        var (before, after) = trick switch
        {
            "a reference to a part" => ("URI=\"\"", "URI=\"#goc\""),
            "two references" => (reference, reference + reference),
            "two signatures" => (signature, signature + signature),
            "a signature in a signature" => ("</Signature>", $"<Object>{signature}</Object></Signature>"),
            "a transform that leaves out" => (
                enveloped,
                enveloped
                    + "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>not(self::node())</XPath></Transform>"
            ),
            "a stylesheet" => (enveloped, "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\" />"),
            "a prefix list" => (
                "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" />",
                "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"><InclusiveNamespaces PrefixList=\"x\" /></Transform>"
            ),
            "no reference at all" => (reference, ""),
            "no address in the reference" => (" URI=\"\"", ""),
            "a secret both sides know" => (
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"
            ),
            _ => ("X509Certificate>", "X509SubjectName>"),
        };

        var report = Verify(Bytes(file.Replace(before, after, StringComparison.Ordinal)))!;

        Assert.NotEqual(CryptoVerdict.Valid, report.Crypto);
        Assert.Null(report.Content);
    }

    [Fact]
    public async Task AnothersCertificateIsNotTheSigners()
    {
        using var other = TestPki.Shared.EcdsaKey(ECCurve.NamedCurves.nistP256);
        var file = await SignAsync();

        var report = Verify(Replace(file, OwnOf(file), Convert.ToBase64String(other.Certificates[0].RawData)))!;

        Assert.Equal(CryptoVerdict.Invalid, report.Crypto);
    }

    [Fact]
    public void Sha1ProvesNothing()
    {
        var report = Verify(SignElsewhere(SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigSHA1Url, SignedXml.XmlDsigRSASHA1Url))!;

        Assert.Equal(CryptoVerdict.Unknown, report.Crypto);
    }

    [Fact]
    public async Task WhatIsNotThereOrThereTwiceIsTold()
    {
        using var key = TestPki.Shared.RsaKey();
        Assert.Null(Verify(Bytes(Package)));
        var signed = await SignAsync();
        await Assert.ThrowsAsync<PdfRefusedException>(() => XmlSignature.SignAsync(signed, key));
        await Assert.ThrowsAsync<PdfFormatException>(() => XmlSignature.SignAsync(Bytes(Package), key, ["khongCo"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")]
    [InlineData("deep")]
    [InlineData("attributes")]
    public void WhatIsNoHarmlessXmlIsRefused(string what)
    {
        var xml = what switch
        {
            "deep" => string.Concat(Enumerable.Repeat("<a>", 200_000)),
            "attributes" => $"<a {string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"b{i}='1'"))}/>",
            _ => what,
        };

        Assert.Throws<PdfFormatException>(() => Verify(Bytes(xml)));
    }

    /// <summary>A seeded run: whatever is changed, nothing crashes, and what counts as signed is what was signed.</summary>
    [Fact]
    public async Task NothingBrokenDoesHarm()
    {
        var file = await SignAsync();
        var content = Verify(file)!.Content!;
        var random = new Random(2026);
        for (var i = 0; i < 3000; i++)
        {
            var changed = (byte[])file.Clone();
            for (var j = random.Next(1, 4); j > 0; j--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            try
            {
                if (Verify(changed) is { Crypto: CryptoVerdict.Valid } report)
                    Assert.Equal(content, report.Content);
            }
            catch (PdfFormatException)
            {
                // Said to be broken.
            }
        }
    }

    private static async Task<byte[]> SignAsync()
    {
        using var key = TestPki.Shared.RsaKey();
        return await XmlSignature.SignAsync(Bytes(Package), key, Header);
    }

    /// <summary>By the runtime's own means.</summary>
    private static byte[] SignElsewhere(
        string way,
        string digest = SignedXml.XmlDsigSHA256Url,
        string method = SignedXml.XmlDsigRSASHA256Url
    )
    {
        using var certificate = TestPki.Shared.RsaCertificate();
        using var key = certificate.GetRSAPrivateKey()!;
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Package);
        var signer = new SignedXml(document) { SigningKey = key };
        signer.SignedInfo!.CanonicalizationMethod = way;
        signer.SignedInfo.SignatureMethod = method;
        var reference = new Reference("") { DigestMethod = digest };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(way == SignedXml.XmlDsigC14NTransformUrl ? new XmlDsigC14NTransform() : new XmlDsigExcC14NTransform());
        signer.AddReference(reference);
        var data = new KeyInfoX509Data(certificate);
        data.AddCertificate(TestPki.Shared.Issuer);
        signer.KeyInfo.AddClause(data);
        signer.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signer.GetXml(), deep: true));
        return Bytes(document.OuterXml);
    }

    private static Pkcs12Key Key(string kind) =>
        kind switch
        {
            "RSA" => TestPki.Shared.RsaKey(),
            "PSS" => TestPki.Shared.RsaKey(usePss: true),
            "P-256" => TestPki.Shared.EcdsaKey(ECCurve.NamedCurves.nistP256),
            "P-384" => TestPki.Shared.EcdsaKey(ECCurve.NamedCurves.nistP384),
            _ => TestPki.Shared.EcdsaKey(ECCurve.NamedCurves.nistP521),
        };

    private static XmlSignatureReport? Verify(byte[] file) =>
        XmlSignature.Verify(file, new() { At = TestPki.Now.AddDays(1), Trust = TestPki.Shared.Trust });

    private static string OwnOf(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        var from = text.IndexOf("<X509Certificate>", StringComparison.Ordinal) + "<X509Certificate>".Length;
        return text[from..text.IndexOf('<', from)];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Replace(byte[] file, string part, string with)
    {
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains(part, text, StringComparison.Ordinal);
        return Bytes(text.Replace(part, with, StringComparison.Ordinal));
    }
}
