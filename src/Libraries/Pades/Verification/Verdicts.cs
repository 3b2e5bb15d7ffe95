namespace DoanKet.Pades;

/// <summary>Whether the value was made by the key of the certificate over the bytes it names.</summary>
public enum CryptoVerdict
{
    Valid,
    Invalid,

    /// <summary>Made in a way that is not known here.</summary>
    Unknown,
}

/// <summary>Which bytes a signature covers.</summary>
public enum Coverage
{
    /// <summary>All of the file.</summary>
    Whole,

    /// <summary>All of the file as it was when it was signed; something was appended since.</summary>
    Partial,

    /// <summary>Not even that: bytes are left out that are not its own value, or the signature was put in another place.</summary>
    Broken,
}

/// <summary>What happened to the document after it was signed, from harmless to anything.</summary>
public enum LaterChanges
{
    None,

    /// <summary>Data for checking signatures, or time-stamps of the whole file.</summary>
    Extension,

    /// <summary>Forms were filled in, or more signatures made.</summary>
    Form,

    /// <summary>Notes and marks were put on pages, changed or taken away.</summary>
    Annotation,

    /// <summary>Anything else: it may show another text now.</summary>
    Undefined,
}

/// <summary>Whether the certificate leads to somebody who is trusted.</summary>
public enum TrustVerdict
{
    Trusted,

    /// <summary>To nobody in the trust stores.</summary>
    Untrusted,

    /// <summary>No trust store was given, or there is no certificate.</summary>
    Unknown,

    /// <summary>Revoked before it signed.</summary>
    Revoked,

    /// <summary>Outside its period when it signed, as far as that can be proved.</summary>
    Expired,
}

/// <summary>Where the time of signing comes from.</summary>
public enum TimeSource
{
    None,

    /// <summary>The signer's clock.</summary>
    Claimed,

    /// <summary>A time-stamping authority: signed not later than that.</summary>
    Tsa,
}

/// <summary>All verdicts of a file in one word.</summary>
public enum OverallVerdict
{
    /// <summary>Every signature is right, trusted, and nothing came after that it does not allow.</summary>
    Valid,

    /// <summary>As valid, but somebody should look: notes were put on the pages afterwards.</summary>
    Warning,

    /// <summary>At least one signature is wrong or the document is not what was signed.</summary>
    Invalid,

    /// <summary>Nothing is wrong, and something cannot be told: the signer is not known, or the way of signing is too weak.</summary>
    Indeterminate,

    /// <summary>There is no signature.</summary>
    NoSignature,
}
