using System.Security.Cryptography;
using System.Text;
using DoanKet.Modules.Signing.Rounds;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>
/// What a certificate's owner confirms on the phone before it may be used here: whoever types another person's number gets no further.
/// Begins with words of its own, so that it is never the beginning of anything else that is signed.
/// </summary>
internal static class RegistrationProof
{
    public static byte[] HashOf(ProviderRequest request)
    {
        var key = request.Describe();
        byte[] message = [.. Encoding.UTF8.GetBytes($"doanket.remote.1\n{request.Id:D}\n"), .. key.Certificates[0].RawData];
        return CryptographicOperations.HashData(key.Hash, message);
    }
}
