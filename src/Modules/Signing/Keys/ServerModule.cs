using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>
/// The security module of the server (HSM, by PKCS#11), where the administrator has set one: keys in it sign there and never leave it.
/// One key is open at a time, for a module asks for its PIN only while nobody is logged in.
/// </summary>
internal sealed class ServerModule(string? driver) : IDisposable
{
    public const string Setting = "Signing:ModuleDriver";

    /// <summary>Longer nobody waits for another's signature.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<Pkcs11Module> _module = new(() => Pkcs11Module.Load(driver ?? ""));

    public bool IsSet => !string.IsNullOrWhiteSpace(driver);

    /// <returns>Each with its issuers, as far as the module has them.</returns>
    /// <exception cref="PdfRefusedException">The module cannot be reached.</exception>
    public IReadOnlyList<IReadOnlyList<X509Certificate2>> Certificates() =>
        IsSet ? [.. _module.Value.Certificates().Select(found => found.Certificates)] : [];

    /// <summary>
    /// Waits until nobody else signs. To be asked for outside of transactions: who has the turn writes what was signed.
    /// </summary>
    /// <exception cref="PdfRefusedException">Others take too long.</exception>
    public async Task<Turn> EnterAsync(CancellationToken ct) =>
        await _turn.WaitAsync(Patience, ct) ? new(this) : throw new PdfRefusedException(PdfRefusal.Unreachable, "The module is busy.");

    public void Dispose()
    {
        _turn.Dispose();
        if (_module.IsValueCreated)
            _module.Value.Dispose();
    }

    /// <summary>The right to open one key; whoever has it gives it back soon, and closes the key with it.</summary>
    internal sealed class Turn(ServerModule module) : ISigningKey
    {
        private Pkcs11Key? _key;

        public IReadOnlyList<X509Certificate2> Certificates => Key.Certificates;

        public SignatureScheme Scheme => Key.Scheme;

        public HashAlgorithmName Hash => Key.Hash;

        private Pkcs11Key Key => _key ?? throw new InvalidOperationException("The key is not open.");

        /// <param name="certificate">DER.</param>
        /// <exception cref="PdfRefusedException">There is no such key, the PIN is wrong (<see cref="PdfRefusal.Pin"/>), or the module
        /// cannot be reached.</exception>
        public void Open(byte[] certificate, string pin)
        {
            var bytes = Encoding.UTF8.GetBytes(pin);
            try
            {
                var driver = module._module.Value;
                var found =
                    driver.Certificates().FirstOrDefault(one => one.Certificates[0].RawDataMemory.Span.SequenceEqual(certificate))
                    ?? throw new PdfRefusedException(PdfRefusal.Key, "There is no such key in the module.");
                _key = driver.Open(found.Token.Serial, bytes, Convert.ToHexString(SHA256.HashData(certificate)));
            }
            finally
            {
                CryptographicOperations.ZeroMemory(bytes);
            }
        }

        public Task<byte[]> SignHashAsync(ReadOnlyMemory<byte> hash, CancellationToken ct = default) => Key.SignHashAsync(hash, ct);

        public void Dispose()
        {
            _key?.Dispose();
            module._turn.Release();
        }
    }
}
