using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>A key that a provider keeps.</summary>
/// <param name="Id">As the provider names it.</param>
/// <param name="Certificates">The key's own first.</param>
/// <param name="MostHashes">How many hashes one approval covers.</param>
/// <param name="AsksPin">The provider wants a PIN with each approval.</param>
/// <param name="AsksOtp">The provider wants a one-time code with each approval.</param>
public sealed record RemoteCredential(
    string Id,
    IReadOnlyList<X509Certificate2> Certificates,
    bool IsEnabled,
    int MostHashes,
    bool AsksPin = false,
    bool AsksOtp = false
);

/// <summary>One document of a request. What is written here is shown on the owner's phone, and must be what the screen shows.</summary>
/// <param name="DocumentId">Short, and another one for each document.</param>
public sealed record RemoteHash(string DocumentId, string Description, byte[] Hash);

/// <summary>Several hashes for one approval.</summary>
/// <param name="Transaction">One's own name of the request, never used twice.</param>
/// <param name="Description">Of all together, for the owner's phone.</param>
/// <param name="Pin">Goes to the provider and is kept nowhere.</param>
public sealed record RemoteSigningRequest(
    Guid Transaction,
    RemoteCredential Credential,
    HashAlgorithmName Hash,
    SignatureScheme Scheme,
    string Description,
    IReadOnlyList<RemoteHash> Hashes,
    string? Pin = null,
    string? Otp = null
);

public enum RemoteSigningStatus
{
    /// <summary>The owner has not answered on the phone yet.</summary>
    Waiting,
    Done,

    /// <summary>The owner said no.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}

/// <param name="Transaction">The provider's name of the request, to be asked about.</param>
/// <param name="Values">As they came: order and content are the provider's word, see <see cref="RemoteValues"/>.</param>
public sealed record RemoteSigningState(RemoteSigningStatus Status, string Transaction, IReadOnlyList<byte[]> Values)
{
    internal static RemoteSigningState Waiting(string transaction) => new(RemoteSigningStatus.Waiting, transaction, []);
}

/// <summary>
/// A provider of remote signing, for one of its customers. Its answers are hints until each value was checked against one's own hash.
/// Failures are <see cref="PdfRefusedException"/>: <see cref="PdfRefusal.Unreachable"/> may pass, <see cref="PdfRefusal.Key"/> is an
/// answer.
/// </summary>
public interface IRemoteSigningService
{
    /// <exception cref="PdfRefusedException">The provider does not answer, or refuses.</exception>
    Task<IReadOnlyList<RemoteCredential>> ListAsync(CancellationToken ct = default);

    /// <returns>Done at once, or waiting for the owner.</returns>
    /// <exception cref="PdfRefusedException">The provider does not answer, or refuses.</exception>
    Task<RemoteSigningState> StartAsync(RemoteSigningRequest request, CancellationToken ct = default);

    /// <param name="transaction">As the provider named it.</param>
    /// <exception cref="PdfRefusedException">The provider does not answer, or the signing failed.</exception>
    Task<RemoteSigningState> PollAsync(string transaction, CancellationToken ct = default);
}
