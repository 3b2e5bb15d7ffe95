using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace DoanKet.Pades;

/// <summary>Finds certificates and keys in a token; the two belong together by their identifier (CKA_ID).</summary>
internal sealed class TokenReader(Pkcs11InteropFactories factories, ISession session)
{
    public IReadOnlyList<(X509Certificate2 Certificate, byte[] Id)> Certificates()
    {
        var found = new List<(X509Certificate2, byte[])>();
        foreach (var handle in Find(CKO.CKO_CERTIFICATE, null))
        {
            var values = session.GetAttributeValue(handle, (List<CKA>)[CKA.CKA_VALUE, CKA.CKA_ID]);
            if (TryRead(values[0].GetValueAsByteArray()) is { } certificate)
                found.Add((certificate, values[1].GetValueAsByteArray() ?? []));
        }
        return found;
    }

    public IObjectHandle? FindKey(byte[] id) => id.Length == 0 ? null : Find(CKO.CKO_PRIVATE_KEY, id).FirstOrDefault();

    private List<IObjectHandle> Find(CKO kind, byte[]? id)
    {
        var wanted = new List<IObjectAttribute> { factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, kind) };
        if (id is not null)
            wanted.Add(factories.ObjectAttributeFactory.Create(CKA.CKA_ID, id));
        return session.FindAllObjects(wanted);
    }

    /// <summary>Null for what is no certificate of X.509: tokens hold other things under that name, too.</summary>
    private static X509Certificate2? TryRead(byte[]? value)
    {
        try
        {
            return value is { Length: > 0 } ? X509CertificateLoader.LoadCertificate(value) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
