using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Encryption;

/// <summary>
/// The standard security handler (ISO 32000-2, 7.6.4), opened by a password: decrypts what is read, encrypts what is appended.
/// </summary>
internal sealed class StandardEncryption
{
    private const int ModifyBit = 1 << 3;
    private const int AnnotateBit = 1 << 5;
    private const int FillFormsBit = 1 << 8;
    private readonly EncryptionEntries _entries;
    private readonly byte[] _key;

    private StandardEncryption(EncryptionEntries entries, byte[] key, bool isOwner) => (_entries, _key, IsOwner) = (entries, key, isOwner);

    private bool IsOwner { get; }

    /// <summary>Table 22, bit 9; with bit 6, too.</summary>
    public bool MayFillForms => MayAnnotate || (_entries.Revision >= 3 && IsAllowed(FillFormsBit));

    /// <summary>Table 22, bit 6.</summary>
    public bool MayAnnotate => IsOwner || IsAllowed(AnnotateBit);

    /// <summary>New fields need both bits: table 22, bit 6.</summary>
    public bool MayAddFields => IsOwner || (IsAllowed(AnnotateBit) && IsAllowed(ModifyBit));

    private bool IsAllowed(int bit) => (_entries.Permissions & bit) != 0;

    public static StandardEncryption Open(PdfDictionary dictionary, byte[] fileId, string password)
    {
        var entries = EncryptionEntries.Read(dictionary);
        var found = entries.Revision >= 5 ? new KeyFromR5(entries).Find(password) : new KeyUpToR4(entries, fileId).Find(password);
        return found is var (key, isOwner) && key is not null
            ? new(entries, key, isOwner)
            : throw new PdfRefusedException(PdfRefusal.Password, "The file is encrypted, and the password does not open it.");
    }

    public byte[] DecryptStream(byte[] bytes, PdfDictionary dictionary, PdfReference of) =>
        IsPlain(dictionary) ? bytes : Decrypt(_entries.Streams, bytes, of);

    public byte[] EncryptStream(byte[] bytes, PdfDictionary dictionary, PdfReference of) =>
        IsPlain(dictionary) ? bytes : Encrypt(_entries.Streams, bytes, of);

    public byte[] EncryptString(byte[] bytes, PdfReference of) => Encrypt(_entries.Strings, bytes, of);

    /// <summary>The same value with its strings decrypted.</summary>
    public PdfObject DecryptStrings(PdfObject value, PdfReference of)
    {
        switch (value)
        {
            case PdfString text:
                return text with { Bytes = Decrypt(_entries.Strings, text.Bytes, of) };
            case PdfArray array:
                return PdfArray.Of([.. array.Items.Select(item => DecryptStrings(item, of))]);
            case PdfStream stream:
                return stream with { Dictionary = (PdfDictionary)DecryptStrings(stream.Dictionary, of) };
            case PdfDictionary dictionary:
                var plain = new PdfDictionary();
                foreach (var (key, entry) in dictionary.Entries)
                    plain[key] = IsSignatureValue(dictionary, key) ? entry : DecryptStrings(entry, of);
                return plain;
            default:
                return value;
        }
    }

    /// <summary>The value of a signature is never encrypted (7.6.2).</summary>
    public static bool IsSignatureValue(PdfDictionary dictionary, string key) => key == "Contents" && dictionary.Has("ByteRange");

    private bool IsPlain(PdfDictionary dictionary) => dictionary.Name("Type") == "Metadata" && !_entries.EncryptsMetadata;

    private byte[] Decrypt(CryptMethod method, byte[] bytes, PdfReference of) =>
        method switch
        {
            CryptMethod.None => bytes,
            CryptMethod.Rc4 => Rc4.Apply(ObjectKey(of, isAes: false), bytes),
            CryptMethod.Aes128 => AesCbc.Decrypt(ObjectKey(of, isAes: true), bytes),
            _ => AesCbc.Decrypt(_key, bytes),
        };

    private byte[] Encrypt(CryptMethod method, byte[] bytes, PdfReference of) =>
        method switch
        {
            CryptMethod.None => bytes,
            CryptMethod.Rc4 => Rc4.Apply(ObjectKey(of, isAes: false), bytes),
            CryptMethod.Aes128 => AesCbc.Encrypt(ObjectKey(of, isAes: true), bytes),
            _ => AesCbc.Encrypt(_key, bytes),
        };

    /// <summary>Algorithm 1.</summary>
    private byte[] ObjectKey(PdfReference of, bool isAes)
    {
        byte[] number = [(byte)of.Number, (byte)(of.Number >> 8), (byte)(of.Number >> 16), (byte)of.Generation, (byte)(of.Generation >> 8)];
        var salt = isAes ? "sAlT"u8 : default;
        return LegacyHash.Md5([.. _key, .. number, .. salt])[..Math.Min(_key.Length + 5, 16)];
    }
}
