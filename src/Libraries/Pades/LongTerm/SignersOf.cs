using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;
using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Everybody whose certificate stands in a file: signers, their time-stamp authorities, those of the whole file.</summary>
internal static class SignersOf
{
    public static IEnumerable<(X509Certificate2 Holder, IReadOnlyList<X509Certificate2> Pool)> All(PdfFile file)
    {
        foreach (var field in new FormFields(file).Read().Where(field => field.IsSignature))
        {
            if (file.Resolve(file.Dictionary(field.Value)?["Contents"]) is not PdfString contents)
                continue;
            var signature = TryRead(contents.Bytes);
            if (signature?.Signer is { } signer)
                yield return (signer, signature.Certificates);
            foreach (var stamp in signature?.Unsigned.Where(a => a.Oid == Oids.SignatureTimeStamp).SelectMany(a => a.Values) ?? [])
                if (TryRead(stamp) is { Signer: { } authority } token)
                    yield return (authority, [.. token.Certificates, .. signature!.Certificates]);
        }
    }

    /// <summary>Null where it cannot be read: what is broken is not kept any better by more data.</summary>
    private static SignedDataReader? TryRead(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return SignedDataReader.Read(encoded);
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }
}
