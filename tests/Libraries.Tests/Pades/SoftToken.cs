using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DoanKet.Pades;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>Tokens made of software (SoftHSM), in a folder that goes with the test.</summary>
public sealed class SoftToken : IDisposable
{
    private const string PinText = "246810";
    private static readonly string[] Places =
    [
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doanket-token-");

    public SoftToken()
    {
        // The driver reads its settings when it is loaded, from the environment of the process.
        var settings = Path.Combine(_folder.FullName, "softhsm2.conf");
        File.WriteAllText(settings, $"directories.tokendir = {_folder.FullName}\nobjectstore.backend = file\nlog.level = ERROR\n");
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", settings);
        SetNative("SOFTHSM2_CONF", settings);
        foreach (var label in (string[])["Lãnh đạo", "Văn thư"])
            Fill(label);
        Module = Pkcs11Module.Load(Places.First(File.Exists));
    }

    public Pkcs11Module Module { get; }

    public static byte[] Pin => Encoding.UTF8.GetBytes(PinText);

    public string SerialOf(string label) => Module.Tokens().Single(token => token.Label == label).Serial;

    private void Fill(string label)
    {
        Run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "135791", "--pin", PinText);
        var pem = Path.Combine(_folder.FullName, "key.pem");
        using var key = TestPki.Shared.RsaCertificate();
        File.WriteAllText(pem, key.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Run("softhsm2-util", "--import", pem, "--token", label, "--label", label, "--id", "01", "--pin", PinText);
        var certificate = Path.Combine(_folder.FullName, "certificate.der");
        File.WriteAllBytes(certificate, key.RawData);
        string[] write = ["--module", Places.First(File.Exists), "--token-label", label, "--login", "--pin", PinText];
        Run("pkcs11-tool", [.. write, "--write-object", certificate, "--type", "cert", "--id", "01", "--label", label]);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }

    /// <summary>.NET keeps its own copy of the environment; the driver asks the C library.</summary>
    private static void SetNative(string name, string value) => _ = SetEnvironment(name, value, 1);

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "setenv", CharSet = System.Runtime.InteropServices.CharSet.Ansi)]
    private static extern int SetEnvironment(string name, string value, int overwrite);

    public void Dispose()
    {
        Module.Dispose();
        _folder.Delete(recursive: true);
    }
}
