using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Encryption;

internal enum CryptMethod
{
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// <summary>The encryption dictionary (ISO 32000-2, tables 20 and 21), checked.</summary>
internal sealed class EncryptionEntries
{
    public required int Revision { get; init; }
    public required int KeyBytes { get; init; }
    public required int Permissions { get; init; }
    public required byte[] Owner { get; init; }
    public required byte[] User { get; init; }
    public byte[] OwnerKey { get; private init; } = [];
    public byte[] UserKey { get; private init; } = [];
    public required bool EncryptsMetadata { get; init; }
    public required CryptMethod Strings { get; init; }
    public required CryptMethod Streams { get; init; }

    public static EncryptionEntries Read(PdfDictionary from)
    {
        if (from.Name("Filter") != "Standard")
            throw new PdfRefusedException(PdfRefusal.Encryption, "The file is encrypted for the keys of certain persons.");
        var version = Whole(from, "V", 0);
        var revision = Whole(from, "R", 0);
        var isKnown = (version, revision) is (1 or 2, 2 or 3) or (4, 4) or (5, 5 or 6);
        if (!isKnown)
            throw new PdfRefusedException(PdfRefusal.Encryption, $"Encryption V {version}, R {revision} is not known.");
        var checkLength = revision >= 5 ? 48 : 32;
        var bits = version == 1 ? 40 : Whole(from, "Length", version == 4 ? 128 : 40);
        if (version < 5 && (bits is < 40 or > 128 || bits % 8 != 0))
            throw new PdfFormatException("The length of the encryption key is wrong");
        return new()
        {
            Revision = (int)revision,
            KeyBytes = (int)(version == 4 ? 16 : bits / 8),
            Permissions = unchecked((int)Whole(from, "P", 0)),
            Owner = Bytes(from, "O", checkLength),
            User = Bytes(from, "U", checkLength),
            OwnerKey = revision >= 5 ? Bytes(from, "OE", 32) : [],
            UserKey = revision >= 5 ? Bytes(from, "UE", 32) : [],
            EncryptsMetadata = from["EncryptMetadata"] is not PdfBoolean { Value: false },
            Strings = version < 4 ? CryptMethod.Rc4 : Method(from, "StrF"),
            Streams = version < 4 ? CryptMethod.Rc4 : Method(from, "StmF"),
        };
    }

    private static CryptMethod Method(PdfDictionary from, string use)
    {
        var name = from.Name(use) ?? "Identity";
        if (name == "Identity")
            return CryptMethod.None;
        var filter = (from["CF"] as PdfDictionary)?[name] as PdfDictionary;
        return filter?.Name("CFM") switch
        {
            "V2" => CryptMethod.Rc4,
            "AESV2" => CryptMethod.Aes128,
            "AESV3" => CryptMethod.Aes256,
            "None" => CryptMethod.None,
            _ => throw new PdfRefusedException(PdfRefusal.Encryption, "The file is encrypted in a way that is not known."),
        };
    }

    private static long Whole(PdfDictionary from, string key, long usual) => (from[key] as PdfNumber)?.Whole ?? usual;

    private static byte[] Bytes(PdfDictionary from, string key, int length) =>
        from[key] is PdfString text && text.Bytes.Length >= length
            ? text.Bytes
            : throw new PdfFormatException($"/{key} of the encryption is wrong");
}
