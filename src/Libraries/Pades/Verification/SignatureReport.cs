using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>What is to be said of one signature, or of one time-stamp over the whole file.</summary>
public sealed record SignatureReport
{
    /// <summary>The full name of its field.</summary>
    public required string Field { get; init; }

    public bool IsTimeStamp { get; init; }

    /// <summary>The certificate's name of the signer; "" where there is no certificate.</summary>
    public string Signer { get; init; } = "";

    public X509Certificate2? Certificate { get; init; }
    public CryptoVerdict Crypto { get; init; }
    public Coverage Coverage { get; init; }
    public LaterChanges Changes { get; init; }
    public TrustVerdict Trust { get; init; } = TrustVerdict.Unknown;

    /// <summary>The label of the trust store that the certificate leads to.</summary>
    public string TrustLabel { get; init; } = "";

    /// <summary>Null for less than B, and for time-stamps.</summary>
    public PadesLevel? Level { get; init; }

    public DateTimeOffset? Time { get; init; }
    public TimeSource TimeSource { get; init; }

    /// <summary>RSASSA-PSS with SHA-256, for instance.</summary>
    public string Algorithm { get; init; } = "";

    /// <summary>The hash or the key is too weak for what is asked today.</summary>
    public bool IsWeak { get; init; }

    /// <summary>An earlier signature or this one forbids what came after it.</summary>
    public bool IsForbiddenChange { get; init; }

    public string? Reason { get; init; }

    /// <summary>The first bytes of the file that this signature speaks of; 0 where it is broken.</summary>
    public long RevisionLength { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What is to be said of a file.</summary>
/// <param name="Problem">Why the file cannot be read; null where it can.</param>
public sealed record VerificationReport(
    IReadOnlyList<SignatureReport> Signatures,
    IReadOnlyList<SignatureReport> TimeStamps,
    OverallVerdict Overall,
    string? Problem = null
);
