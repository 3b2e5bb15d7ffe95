using DoanKet.Pades.Cms;

namespace DoanKet.Pades;

/// <summary>What the providers' requests have in common.</summary>
internal static class RemoteRequests
{
    /// <exception cref="PdfRefusedException">One approval does not cover so many documents.</exception>
    public static void Check(RemoteSigningRequest request)
    {
        if (request.Hashes.Count == 0 || request.Hashes.Count > request.Credential.MostHashes)
            throw JsonCalls.Refuse($"One approval covers 1 to {request.Credential.MostHashes} documents.");
    }

    /// <summary>OID.</summary>
    public static string SignAlgorithm(RemoteSigningRequest request) =>
        request.Scheme switch
        {
            SignatureScheme.Ecdsa => Digests.WithEcdsa(request.Hash),
            SignatureScheme.RsaPss => Oids.RsaPss,
            _ => Oids.Rsa,
        };
}
