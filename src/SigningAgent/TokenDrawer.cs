using DoanKet.Pades;

namespace DoanKet.SigningAgent;

/// <summary>
/// The tokens in the machine, by the drivers that the settings allow; and on Windows those that show themselves in the person's store of
/// certificates, for which there may be no such driver.
/// </summary>
internal sealed class TokenDrawer : IDisposable
{
    private readonly List<Pkcs11Module> _modules = [];
    private readonly bool _hasStore;

    /// <param name="tell">Hears of drivers that cannot be loaded.</param>
    public TokenDrawer(IReadOnlyList<string> drivers, bool hasStore, Action<string> tell)
    {
        _hasStore = hasStore;
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

    public bool IsEmpty => _modules.Count == 0 && !_hasStore;

    public IReadOnlyList<FoundCertificate> Find()
    {
        var found = new List<FoundCertificate>();
        foreach (var module in _modules)
        {
            try
            {
                found.AddRange(module.Certificates().Select(one => new TokenCertificate(module, one.Token, one.Certificates)));
            }
            catch (PdfRefusedException)
            {
                // Taken out just now: the others count.
            }
        }
        // One that a driver shows, too, is asked for its PIN here.
        if (_hasStore)
            found.AddRange(
                StoreKey
                    .All()
                    .Select(certificates => new StoreCertificate(certificates))
                    .Where(one => found.All(known => known.Fingerprint != one.Fingerprint))
                    .ToList()
            );
        return found;
    }

    public void Dispose() => _modules.ForEach(module => module.Dispose());
}
