using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;

namespace DoanKet.SigningAgent;

/// <summary>A certificate in a token that is in the machine now.</summary>
internal sealed record FoundCertificate(Pkcs11Module Module, TokenDescription Token, IReadOnlyList<X509Certificate2> Certificates)
{
    public X509Certificate2 Own => Certificates[0];

    public string Fingerprint => Own.GetCertHashString(HashAlgorithmName.SHA256);

    public string Told =>
        $"{Name(forIssuer: false)} (cấp bởi {Name(forIssuer: true)}, hết hạn {Own.NotAfter.ToUniversalTime():dd/MM/yyyy})";

    private string Name(bool forIssuer) => Own.GetNameInfo(X509NameType.SimpleName, forIssuer);
}

/// <summary>The tokens in the machine, by the drivers that the settings allow.</summary>
internal sealed class TokenDrawer : IDisposable
{
    private readonly List<Pkcs11Module> _modules = [];

    /// <param name="tell">Hears of drivers that cannot be loaded.</param>
    public TokenDrawer(IReadOnlyList<string> drivers, Action<string> tell)
    {
        foreach (var driver in drivers.Where(driver => Path.IsPathFullyQualified(driver) && File.Exists(driver)))
        {
            try
            {
                _modules.Add(Pkcs11Module.Load(driver));
            }
            catch (PdfRefusedException e)
            {
                tell($"Bỏ qua trình điều khiển {driver}: {e.Message}");
            }
        }
    }

    public bool IsEmpty => _modules.Count == 0;

    public IReadOnlyList<FoundCertificate> Find()
    {
        var found = new List<FoundCertificate>();
        foreach (var module in _modules)
        {
            try
            {
                found.AddRange(module.Certificates().Select(one => new FoundCertificate(module, one.Token, one.Certificates)));
            }
            catch (PdfRefusedException)
            {
                // Taken out just now: the others count.
            }
        }
        return found;
    }

    public void Dispose() => _modules.ForEach(module => module.Dispose());
}
