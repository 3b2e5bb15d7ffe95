using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace DoanKet.Pades;

/// <summary>A token that is in its slot.</summary>
/// <param name="Serial">As its maker gave it: a label may stand on several tokens.</param>
public sealed record TokenDescription(string Serial, string Label, string Maker, bool IsLastTry, bool IsLocked);

/// <summary>A certificate in a token, its issuers after it as far as the token has them.</summary>
public sealed record TokenCertificate(TokenDescription Token, IReadOnlyList<X509Certificate2> Certificates);

/// <summary>
/// The driver of tokens of one kind (PKCS#11), loaded once. Its code is the maker's and runs in this process: load it only from a place
/// that the administrator named.
/// </summary>
public sealed class Pkcs11Module : IDisposable
{
    private readonly Pkcs11InteropFactories _factories = new();
    private readonly IPkcs11Library _library;

    static Pkcs11Module() =>
        // The package asks for "libdl", which Debian 12 has under its version only.
        NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly, FindLibrary);

    private Pkcs11Module(string path) =>
        _library = _factories.Pkcs11LibraryFactory.LoadPkcs11Library(_factories, path, AppType.MultiThreaded);

    /// <param name="path">Absolute.</param>
    /// <exception cref="PdfRefusedException">It cannot be loaded.</exception>
    public static Pkcs11Module Load(string path)
    {
        if (!Path.IsPathFullyQualified(path))
            throw new PdfRefusedException(PdfRefusal.Key, "The driver of the token needs its whole path.");
        try
        {
            return new(path);
        }
        catch (Exception failure) when (failure is Pkcs11Exception or UnmanagedException or DllNotFoundException)
        {
            throw new PdfRefusedException(PdfRefusal.Key, $"The driver of the token cannot be loaded: {failure.Message}");
        }
    }

    public IReadOnlyList<TokenDescription> Tokens() =>
        TokenRefusal.Guard(() => Slots().Select(slot => Describe(slot.GetTokenInfo())).ToList());

    /// <summary>The certificates of persons and bodies in all tokens, as far as they show themselves without a PIN.</summary>
    public IReadOnlyList<TokenCertificate> Certificates() => TokenRefusal.Guard(() => Slots().SelectMany(CertificatesIn).ToList());

    /// <param name="serial">Of the token; null where only one is there.</param>
    /// <param name="pin">UTF-8; whoever read it from somebody wipes it afterwards.</param>
    /// <param name="fingerprint">SHA-256 of the certificate, hexadecimal; null takes the only one with a key.</param>
    /// <exception cref="PdfRefusedException">There is no such token or key, or the PIN is wrong.</exception>
    public Pkcs11Key Open(string? serial, byte[] pin, string? fingerprint = null, bool usePss = false) =>
        TokenRefusal.Guard(() =>
        {
            var slots = Slots().Where(slot => serial is null || Describe(slot.GetTokenInfo()).Serial == serial).ToList();
            if (slots.Count != 1)
                throw new PdfRefusedException(
                    PdfRefusal.Key,
                    slots.Count == 0 ? "The token is not there." : "Several tokens are there; say which by its serial number."
                );
            return Pkcs11Key.Open(_factories, slots[0], pin, fingerprint, usePss);
        });

    private List<TokenCertificate> CertificatesIn(ISlot slot)
    {
        var token = Describe(slot.GetTokenInfo());
        using var session = slot.OpenSession(SessionType.ReadOnly);
        var all = new TokenReader(_factories, session).Certificates().Select(found => found.Certificate).ToList();
        return
        [
            .. all.Where(certificate => !IsAuthority(certificate))
                .Select(certificate => new TokenCertificate(token, CertificateOrder.From(certificate, all))),
        ];
    }

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);

    private List<ISlot> Slots() => _library.GetSlotList(SlotsType.WithTokenPresent).Where(slot => IsReady(slot.GetTokenInfo())).ToList();

    private static bool IsReady(ITokenInfo token) => token.TokenFlags.TokenInitialized;

    private static TokenDescription Describe(ITokenInfo token) =>
        new(
            token.SerialNumber.Trim(),
            token.Label.Trim(),
            token.ManufacturerId.Trim(),
            token.TokenFlags.UserPinFinalTry,
            token.TokenFlags.UserPinLocked
        );

    private static nint FindLibrary(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var library))
            return library;
        // Zero: the ordinary way.
        return 0;
    }

    public void Dispose() => _library.Dispose();
}
