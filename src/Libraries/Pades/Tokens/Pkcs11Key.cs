using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades.Cms;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace DoanKet.Pades;

/// <summary>
/// A key in a token, opened by its PIN. One session, one signature at a time; nobody is logged out when it ends, for a token's login holds
/// for the whole process and others may be signing.
/// </summary>
public sealed class Pkcs11Key : ISigningKey
{
    private readonly Pkcs11InteropFactories _factories;
    private readonly ISession _session;
    private readonly IObjectHandle _key;
    private readonly List<X509Certificate2> _certificates;
    private readonly Lock _turn = new();

    private Pkcs11Key(
        Pkcs11InteropFactories factories,
        ISession session,
        IObjectHandle key,
        List<X509Certificate2> certificates,
        bool usePss
    )
    {
        (_factories, _session, _key, _certificates) = (factories, session, key, certificates);
        using var ecdsa = certificates[0].GetECDsaPublicKey();
        Scheme =
            ecdsa is not null ? SignatureScheme.Ecdsa
            : usePss ? SignatureScheme.RsaPss
            : SignatureScheme.RsaPkcs1;
        Hash = KeyDescription.HashFor(ecdsa);
    }

    public IReadOnlyList<X509Certificate2> Certificates => _certificates;

    public SignatureScheme Scheme { get; }

    public HashAlgorithmName Hash { get; }

    internal static Pkcs11Key Open(Pkcs11InteropFactories factories, ISlot slot, byte[] pin, string? fingerprint, bool usePss)
    {
        var session = slot.OpenSession(SessionType.ReadOnly);
        try
        {
            LogIn(session, pin);
            var reader = new TokenReader(factories, session);
            var all = reader.Certificates();
            var keys = all.Where(found => fingerprint is null || IsIt(found.Certificate, fingerprint))
                .Select(found => (found.Certificate, Key: reader.FindKey(found.Id)))
                .Where(found => found.Key is not null)
                .ToList();
            if (keys is not [var (certificate, key)])
                throw new PdfRefusedException(
                    PdfRefusal.Key,
                    keys.Count == 0 ? "There is no such key in the token." : "The token has several keys; say which by its certificate."
                );
            return new(factories, session, key!, CertificateOrder.From(certificate, all.Select(found => found.Certificate)), usePss);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Task<byte[]> SignHashAsync(ReadOnlyMemory<byte> hash, CancellationToken ct = default) => Task.Run(() => Sign(hash.Span), ct);

    private byte[] Sign(ReadOnlySpan<byte> hash)
    {
        var input = Scheme == SignatureScheme.RsaPkcs1 ? DigestInfo(hash) : hash.ToArray();
        lock (_turn)
            return TokenRefusal.Guard(() =>
            {
                using var mechanism = Mechanism(input.Length);
                var value = _session.Sign(mechanism, _key, input);
                return Scheme == SignatureScheme.Ecdsa ? EcdsaValue.ToSequence(value) : value;
            });
    }

    private IMechanism Mechanism(int hashLength) =>
        Scheme switch
        {
            SignatureScheme.Ecdsa => _factories.MechanismFactory.Create(CKM.CKM_ECDSA),
            SignatureScheme.RsaPss => _factories.MechanismFactory.Create(
                CKM.CKM_RSA_PKCS_PSS,
                _factories.MechanismParamsFactory.CreateCkRsaPkcsPssParams(
                    ConvertUtils.UInt64FromCKM(CKM.CKM_SHA256),
                    ConvertUtils.UInt64FromCKG(CKG.CKG_MGF1_SHA256),
                    (ulong)hashLength
                )
            ),
            _ => _factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS),
        };

    private static void LogIn(ISession session, byte[] pin)
    {
        try
        {
            session.Login(CKU.CKU_USER, pin);
        }
        catch (Pkcs11Exception already) when (already.RV == CKR.CKR_USER_ALREADY_LOGGED_IN) { }
    }

    private static bool IsIt(X509Certificate2 certificate, string fingerprint) =>
        string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), fingerprint, StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 8017, 9.2: what a raw RSA signature of a token signs.</summary>
    private byte[] DigestInfo(ReadOnlySpan<byte> hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Digests.Oid(Hash));
                writer.WriteNull();
            }
            writer.WriteOctetString(hash);
        }
        return writer.Encode();
    }

    public void Dispose()
    {
        _session.Dispose();
        _certificates.ForEach(certificate => certificate.Dispose());
    }
}
