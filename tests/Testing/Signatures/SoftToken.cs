using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DoanKet.Pades;

namespace DoanKet.Testing.Signatures;

/// <summary>Tokens made of software (SoftHSM), in a folder that goes with the test.</summary>
public sealed class SoftToken : IDisposable
{
    private static readonly string[] Places =
    [
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    ];

    private readonly Lazy<Pkcs11Module> _module;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-token-");

    /// <summary>For a program that a test starts: where its driver finds the tokens.</summary>
    public string SettingsPath => Path.Combine(_folder.FullName, "softhsm2.conf");

    public SoftToken()
    {
        // The driver reads its settings when it is loaded, from the environment of the process.
        var settings = SettingsPath;
        File.WriteAllText(settings, $"directories.tokendir = {_folder.FullName}\nobjectstore.backend = file\nlog.level = ERROR\n");
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", settings);
        SetNative("SOFTHSM2_CONF", settings);
        foreach (var label in (string[])["Lãnh đạo", "Văn thư"])
            Fill(label);
        _module = new(() => Pkcs11Module.Load(Driver));
    }

    /// <summary>Of PKCS#11.</summary>
    public static string Driver => Places.First(File.Exists);

    public const string PinText = "246810";

    /// <summary>Loaded when it is asked for: whoever ends one ends it for the whole process.</summary>
    public Pkcs11Module Module => _module.Value;

    public static byte[] Pin => Encoding.UTF8.GetBytes(PinText);

    /// <summary>SHA-256 of the certificates in the tokens.</summary>
    public IReadOnlyList<string> Certificates()
    {
        using var module = Pkcs11Module.Load(Driver);
        return [.. module.Certificates().Select(one => one.Certificates[0].GetCertHashString(HashAlgorithmName.SHA256))];
    }

    /// <summary>What its driver finds of it when it is pulled out of the machine: nothing.</summary>
    public void TakeOut(string label)
    {
        var serial = SerialOf(label);
        foreach (var token in _folder.GetDirectories())
            if (File.ReadAllText(Path.Combine(token.FullName, "token.object"), Encoding.Latin1).Contains(serial, StringComparison.Ordinal))
                token.Delete(recursive: true);
    }

    public string SerialOf(string label) => Module.Tokens().Single(token => token.Label == label).Serial;

    private void Fill(string label)
    {
        Run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "135791", "--pin", PinText);
        var pem = Path.Combine(_folder.FullName, "key.pem");
        using var key = TestPki.Shared.RsaCertificate();
        File.WriteAllText(pem, key.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Run("softhsm2-util", "--import", pem, "--token", label, "--label", label, "--id", "01", "--pin", PinText);
        Write(label, "01", key.RawData);
        Write(label, "02", TestPki.Shared.Issuer.RawData);
    }

    private void Write(string label, string id, byte[] certificate)
    {
        var file = Path.Combine(_folder.FullName, "certificate.der");
        File.WriteAllBytes(file, certificate);
        string[] write = ["--module", Driver, "--token-label", label, "--login", "--pin", PinText];
        Run("pkcs11-tool", [.. write, "--write-object", file, "--type", "cert", "--id", id, "--label", label]);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {errors}");
    }

    /// <summary>.NET keeps its own copy of the environment; the driver asks the C library.</summary>
    private static void SetNative(string name, string value) => _ = SetEnvironment(name, value, 1);

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "setenv", CharSet = System.Runtime.InteropServices.CharSet.Ansi)]
    private static extern int SetEnvironment(string name, string value, int overwrite);

    public void Dispose()
    {
        if (_module.IsValueCreated)
            Module.Dispose();
        _folder.Delete(recursive: true);
    }
}
