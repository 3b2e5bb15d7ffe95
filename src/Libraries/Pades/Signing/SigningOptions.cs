namespace DoanKet.Pades;

/// <summary>The levels of ETSI EN 319 142-1.</summary>
public enum PadesLevel
{
    /// <summary>Signed.</summary>
    B,

    /// <summary>With a time-stamp over the signature.</summary>
    T,

    /// <summary>With certificates and what was known of their revocation.</summary>
    LT,

    /// <summary>With a time-stamp over all of it, to be renewed before its algorithms grow weak.</summary>
    LTA,
}

/// <summary>What a signature says and how it looks. Without <see cref="Look"/> it is not seen on the page.</summary>
public sealed record SigningOptions
{
    /// <summary>An empty signature field that waits in the file, or the name of a new one; null makes a name that is free.</summary>
    public string? FieldName { get; init; }

    /// <summary>When it is signed, by the signer's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    public string? SignerName { get; init; }
    public string? Reason { get; init; }
    public string? Location { get; init; }
    public SignatureLook? Look { get; init; }

    /// <summary>Fields that are laid out with this signature, for a later one to fill in.</summary>
    public IReadOnlyList<EmptyTextField> NewTextFields { get; init; } = [];

    /// <summary>
    /// What this signature fills into fields for text, by their names. It locks them: text that is changed afterwards breaks it.
    /// </summary>
    public IReadOnlyDictionary<string, SignatureText> FieldTexts { get; init; } = new Dictionary<string, SignatureText>();

    /// <summary>Of an encrypted file.</summary>
    public string? Password { get; init; }

    public PadesLevel Level { get; init; }

    /// <summary>Asked for the levels above B.</summary>
    public ITimeStampSource? TimeStamps { get; init; }

    /// <summary>Asked for the levels LT and LTA.</summary>
    public IRevocationSource? Revocation { get; init; }
}
