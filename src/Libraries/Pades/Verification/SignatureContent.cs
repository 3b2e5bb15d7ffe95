using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>The value of a signature judged alone: was it made by its certificate's key over these bytes (RFC 5652, 5.4 and 5.6)?</summary>
internal sealed record SignatureContent
{
    public CryptoVerdict Verdict { get; private init; }
    public string? Problem { get; private init; }
    public SignedDataReader? Data { get; private init; }
    public SignatureMethod? Method { get; private init; }
    public CertificateBinding Binding { get; private init; }

    /// <param name="hashOf">The hash of the signed bytes.</param>
    public static SignatureContent Check(byte[] contents, Func<HashAlgorithmName, byte[]> hashOf)
    {
        SignedDataReader data;
        try
        {
            data = SignedDataReader.Read(contents);
        }
        catch (PdfFormatException broken)
        {
            return new() { Verdict = CryptoVerdict.Invalid, Problem = broken.Message };
        }
        if (contents.AsSpan(data.Length).ContainsAnyExcept((byte)0))
            return Wrong(data, "Behind the signature's value stand more bytes.");
        if (data.Content is not null || data.ContentOid != Oids.Data)
            return Wrong(data, "The signature brings its own content.");
        if (data.Signer is null)
            return new()
            {
                Verdict = CryptoVerdict.Unknown,
                Problem = "The signer's certificate is missing.",
                Data = data,
            };
        if (SignatureMethod.Of(data) is not { } method)
            return new()
            {
                Verdict = CryptoVerdict.Unknown,
                Problem = "The way of signing is not known.",
                Data = data,
            };
        return CheckValue(data, data.Signer, method, hashOf(method.Hash));
    }

    private static SignatureContent CheckValue(SignedDataReader data, X509Certificate2 signer, SignatureMethod method, byte[] documentHash)
    {
        var hash = documentHash;
        if (data.SignedAttributes is { } attributes)
        {
            if (!IsText(data.SignedAttribute(Oids.MessageDigest), documentHash))
                return Wrong(data, "The document is not the one that was signed.");
            if (!IsContentType(data.SignedAttribute(Oids.ContentType)))
                return Wrong(data, "The signature is over something else than a document.");
            hash = Digests.Hash(method.Hash, attributes);
        }
        if (!method.IsRight(signer, hash, data.Signature))
            return Wrong(data, "The signature's value is wrong.");
        var binding = SigningCertificate.Check(data, signer);
        if (binding == CertificateBinding.Wrong)
            return Wrong(data, "The signature was made with another certificate.");
        return new()
        {
            Verdict = CryptoVerdict.Valid,
            Data = data,
            Method = method,
            Binding = binding,
        };
    }

    private static SignatureContent Wrong(SignedDataReader data, string problem) =>
        new()
        {
            Verdict = CryptoVerdict.Invalid,
            Problem = problem,
            Data = data,
        };

    private static bool IsText(ReadOnlyMemory<byte>? encoded, byte[] expected)
    {
        try
        {
            return encoded is { } value
                && AsnDecoder.ReadOctetString(value.Span, AsnEncodingRules.BER, out _).AsSpan().SequenceEqual(expected);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool IsContentType(ReadOnlyMemory<byte>? encoded)
    {
        try
        {
            return encoded is { } value && AsnDecoder.ReadObjectIdentifier(value.Span, AsnEncodingRules.BER, out _) == Oids.Data;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
