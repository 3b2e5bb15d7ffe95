using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DoanKet.Pades;

/// <summary>
/// Roots that are trusted, each under the label of its store: the national root and that of the Government Cipher Committee are two. A root
/// is itself, byte for byte; nobody is trusted for a name.
/// </summary>
public sealed class TrustStore
{
    private static readonly string[] Extensions = [".pem", ".crt", ".cer", ".der"];
    private readonly List<(X509Certificate2 Root, string Label)> _roots = [];
    private readonly List<(X509Certificate2 Certificate, string Label)> _others = [];

    public static readonly TrustStore Empty = new();

    public bool IsEmpty => _roots.Count == 0;

    internal IEnumerable<X509Certificate2> Roots => _roots.Select(root => root.Root);

    /// <summary>Certificates of issuers between a root and a signer.</summary>
    internal IEnumerable<X509Certificate2> Others => _others.Select(other => other.Certificate);

    /// <summary>Certificates in PEM or DER; those in a folder of it have the folder's name for a label.</summary>
    /// <exception cref="PdfRefusedException">A file is no certificate.</exception>
    public static TrustStore FromDirectory(string path)
    {
        var store = new TrustStore();
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
                continue;
            var folder = Path.GetDirectoryName(Path.GetRelativePath(path, file)) ?? "";
            store.Add(File.ReadAllBytes(file), folder, Path.GetFileName(file));
        }
        return store;
    }

    /// <summary>A store that somebody published (<see cref="TrustStoreFile"/>).</summary>
    /// <param name="publisher">SHA-256 of the publisher's certificate, hexadecimal.</param>
    /// <exception cref="PdfFormatException">It is no such file.</exception>
    /// <exception cref="PdfRefusedException">It is not signed by the publisher, or was changed.</exception>
    public static TrustStore FromFile(ReadOnlyMemory<byte> file, string publisher)
    {
        var store = new TrustStore();
        foreach (var root in TrustStoreFile.Read(file, publisher))
            store.Add(root.Certificate, root.Label);
        return store;
    }

    /// <summary>Everything that is in it, to be published.</summary>
    public IReadOnlyList<StoredRoot> ToRoots() => [.. _roots.Concat(_others).Select(one => new StoredRoot(one.Label, one.Item1.RawData))];

    public void Add(byte[] pemOrDer, string label) => Add(pemOrDer, label, "");

    private void Add(byte[] pemOrDer, string label, string name)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            if (pemOrDer.AsSpan().IndexOf("-----BEGIN"u8) >= 0)
                certificates.ImportFromPem(System.Text.Encoding.ASCII.GetString(pemOrDer));
            else
                certificates.Add(X509CertificateLoader.LoadCertificate(pemOrDer));
        }
        catch (CryptographicException)
        {
            throw new PdfRefusedException(PdfRefusal.Key, $"{name} is no certificate.");
        }
        foreach (var certificate in certificates)
        {
            if (CertificateOrder.IsSelfIssued(certificate))
                _roots.Add((certificate, label));
            else
                _others.Add((certificate, label));
        }
    }

    internal string LabelOf(X509Certificate2 root) =>
        _roots.FirstOrDefault(known => known.Root.RawDataMemory.Span.SequenceEqual(root.RawDataMemory.Span)).Label ?? "";
}
