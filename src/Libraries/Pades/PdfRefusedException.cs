namespace DoanKet.Pades;

/// <summary>Why a well-formed file is not signed or read.</summary>
public enum PdfRefusal
{
    /// <summary>The file is encrypted, and the password is missing or wrong.</summary>
    Password,

    /// <summary>Encrypted for the keys of certain persons, or by a handler that is not the standard one.</summary>
    Encryption,

    /// <summary>The encrypted file's permissions or an earlier signature forbid this change.</summary>
    Permission,

    /// <summary>No such page, field or place.</summary>
    Place,

    /// <summary>The key or its certificate cannot sign.</summary>
    Key,

    /// <summary>The PIN of a token is wrong.</summary>
    Pin,

    /// <summary>The token was taken out.</summary>
    Removed,

    /// <summary>What the signature needs is larger than its place in the file.</summary>
    Room,

    /// <summary>A provider of remote signing does not answer, or not as it should; it may later.</summary>
    Unreachable,
}

/// <summary>The file is well-formed, and still it is not signed or read. The message says why.</summary>
public sealed class PdfRefusedException(PdfRefusal reason, string message) : Exception(message)
{
    public PdfRefusal Reason => reason;
}
