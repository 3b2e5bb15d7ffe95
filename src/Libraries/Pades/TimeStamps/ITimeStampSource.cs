using System.Security.Cryptography;

namespace DoanKet.Pades;

/// <summary>A time-stamping authority (RFC 3161).</summary>
public interface ITimeStampSource
{
    /// <returns>The token, DER.</returns>
    /// <exception cref="TimeStampFailedException">It does not answer, or not as it should.</exception>
    Task<byte[]> StampAsync(ReadOnlyMemory<byte> hash, HashAlgorithmName algorithm, CancellationToken ct = default);
}

/// <summary>No time-stamp was to be had. What was signed stays signed, without it.</summary>
public sealed class TimeStampFailedException(string message, Exception? inner = null) : Exception(message, inner);
