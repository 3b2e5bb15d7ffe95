namespace DoanKet.Pades;

/// <summary>What is needed to judge a file.</summary>
public sealed record VerificationOptions
{
    /// <summary>The moment at which certificates must count where no time-stamp proves an earlier one.</summary>
    public required DateTimeOffset At { get; init; }

    public TrustStore Trust { get; init; } = TrustStore.Empty;

    /// <summary>Of an encrypted file.</summary>
    public string? Password { get; init; }
}
