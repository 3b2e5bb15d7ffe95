using System.Buffers.Binary;
using System.Text;

namespace DoanKet.Pades.Encryption;

/// <summary>The file's key from a password, revisions 2 to 4 (ISO 32000-2, 7.6.4.3, algorithms 2 to 7).</summary>
internal sealed class KeyUpToR4(EncryptionEntries entries, byte[] fileId)
{
    private static readonly byte[] Padding =
    [
        0x28,
        0xBF,
        0x4E,
        0x5E,
        0x4E,
        0x75,
        0x8A,
        0x41,
        0x64,
        0x00,
        0x4E,
        0x56,
        0xFF,
        0xFA,
        0x01,
        0x08,
        0x2E,
        0x2E,
        0x00,
        0xB6,
        0xD0,
        0x68,
        0x3E,
        0x80,
        0x2F,
        0x0C,
        0xA9,
        0xFE,
        0x64,
        0x53,
        0x69,
        0x7A,
    ];

    private bool IsRevision2 => entries.Revision == 2;

    private int KeyLength => IsRevision2 ? 5 : entries.KeyBytes;

    public (byte[] Key, bool IsOwner)? Find(string password)
    {
        // The owner's password opens everything, so it is tried first: both may be the same.
        var bytes = Pad(Encoding.Latin1.GetBytes(password));
        if (ForUser(UserPassword(bytes)) is { } owner)
            return (owner, true);
        return ForUser(bytes) is { } user ? (user, false) : null;
    }

    private static byte[] Pad(byte[] password) => [.. password.Concat(Padding).Take(32)];

    private byte[]? ForUser(byte[] padded)
    {
        var permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, entries.Permissions);
        byte[] noMetadata = entries.Revision >= 4 && !entries.EncryptsMetadata ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        var key = Digest([.. padded, .. entries.Owner.AsSpan(0, 32), .. permissions, .. fileId, .. noMetadata]);
        return IsRight(key) ? key : null;
    }

    private byte[] Digest(byte[] input)
    {
        var key = LegacyHash.Md5(input)[..KeyLength];
        for (var i = 0; i < 50 && !IsRevision2; i++)
            key = LegacyHash.Md5(key)[..KeyLength];
        return key;
    }

    private bool IsRight(byte[] key)
    {
        if (IsRevision2)
            return Rc4.Apply(key, Padding).AsSpan().SequenceEqual(entries.User.AsSpan(0, 32));
        var check = LegacyHash.Md5([.. Padding, .. fileId]);
        for (var i = 0; i < 20; i++)
            check = Rc4.Apply(Xor(key, i), check);
        return check.AsSpan().SequenceEqual(entries.User.AsSpan(0, 16));
    }

    private byte[] UserPassword(byte[] ownerPadded)
    {
        var key = Digest(ownerPadded);
        var password = entries.Owner[..32];
        for (var i = IsRevision2 ? 0 : 19; i >= 0; i--)
            password = Rc4.Apply(Xor(key, i), password);
        return password;
    }

    private static byte[] Xor(byte[] key, int with) => [.. key.Select(part => (byte)(part ^ with))];
}
