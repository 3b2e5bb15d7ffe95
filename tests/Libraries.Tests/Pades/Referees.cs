using System.Diagnostics;
using System.Text;
using DoanKet.Libraries.Tests.DocumentReading;
using DoanKet.Testing.Signatures;

namespace DoanKet.Libraries.Tests.Pades;

/// <summary>Other programs that read what is signed here.</summary>
internal static class Referees
{
    /// <summary>qpdf finds nothing wrong with the file.</summary>
    public static void QpdfAccepts(byte[] pdf, params string[] options)
    {
        var (code, output) = Run(pdf, "qpdf", ["--check", .. options]);
        Assert.True(code == 0, output);
    }

    /// <summary>pdfsig finds so many signatures, all valid, the last one over the whole file.</summary>
    public static void PdfsigAccepts(byte[] pdf, int signatures, params string[] options)
    {
        var (_, output) = Run(pdf, "pdfsig", ["-nocert", .. options]);
        Assert.Equal(signatures, Count(output, "Signature is Valid."));
        Assert.Equal(signatures, Count(output, "Signature #"));
        Assert.Equal(1, Count(output, "Total document signed"));
    }

    /// <summary>pdfsig finds so many signatures and time-stamps, and none that is wrong. It does not check time-stamps.</summary>
    public static void PdfsigCounts(byte[] pdf, int values)
    {
        var (_, output) = Run(pdf, "pdfsig", ["-nocert"]);
        Assert.Equal(values, Count(output, "Signature #"));
        Assert.Equal(0, Count(output, "Invalid") + Count(output, "Mismatch"));
    }

    /// <summary>openssl finds the value of the last signature right over the bytes that it names.</summary>
    public static void OpensslAccepts(byte[] pdf)
    {
        var (value, signed) = Last(pdf, "/SubFilter /ETSI.CAdES.detached");
        using var signature = new TemporaryFile(value, "signature.der");
        string[] options =
        [
            "cms",
            "-verify",
            "-binary",
            "-noverify",
            "-inform",
            "DER",
            "-in",
            signature.Path,
            "-out",
            "/dev/null",
            "-content",
        ];
        var (code, output) = Run(signed, "openssl", options);
        Assert.True(code == 0, output);
    }

    /// <summary>openssl finds the last time-stamp of the file right, and made by an authority below the root.</summary>
    public static void OpensslAcceptsTimeStamp(byte[] pdf, TestPki pki)
    {
        var (value, stamped) = Last(pdf, "/SubFilter /ETSI.RFC3161");
        using var token = new TemporaryFile(value, "token.der");
        using var root = new TemporaryFile(Encoding.ASCII.GetBytes(pki.Root.ExportCertificatePem()), "root.pem");
        using var issuer = new TemporaryFile(Encoding.ASCII.GetBytes(pki.Issuer.ExportCertificatePem()), "issuer.pem");
        string[] options = ["ts", "-verify", "-token_in", "-in", token.Path, "-CAfile", root.Path, "-untrusted", issuer.Path, "-data"];
        var (code, output) = Run(stamped, "openssl", options);
        Assert.True(code == 0, output);
    }

    /// <summary>xmlsec1 finds the signature of an XML document right, and made by somebody below the root.</summary>
    public static void XmlsecAccepts(byte[] xml, TestPki pki)
    {
        using var root = new TemporaryFile(Encoding.ASCII.GetBytes(pki.Root.ExportCertificatePem()), "root.pem");
        var at = TestPki.Now.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        string[] options = ["--verify", "--enabled-key-data", "x509", "--trusted-pem", root.Path, "--verification-time", at];
        var (code, output) = Run(xml, "xmlsec1", options);
        Assert.True(code == 0, output);
    }

    /// <summary>The value of the last signature or time-stamp, and the bytes that it names.</summary>
    private static (byte[] Value, byte[] Signed) Last(byte[] pdf, string kind)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = text.LastIndexOf(kind, StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no {kind}.");
        // In the same dictionary, before or behind it.
        var start = text.LastIndexOf(" obj", at, StringComparison.Ordinal);
        var from = text.IndexOf("/ByteRange [", start, StringComparison.Ordinal) + "/ByteRange [".Length;
        var range = text[from..text.IndexOf(']', from)].Trim().Split(' ').Select(int.Parse).ToArray();
        var value = Convert.FromHexString(text[(range[1] + 1)..(range[2] - 1)]);
        // A sequence with a length of two bytes; behind it stand zeros.
        var length = 4 + value[2] * 256 + value[3];
        return (value[..length], [.. pdf[..range[1]], .. pdf[range[2]..(range[2] + range[3])]]);
    }

    /// <summary>The same file as another program writes it.</summary>
    public static byte[] Qpdf(byte[] pdf, params string[] options)
    {
        var output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (code, text) = Run(pdf, "qpdf", options, output);
            Assert.True(code is 0 or 3, text);
            return File.ReadAllBytes(output);
        }
        finally
        {
            File.Delete(output);
        }
    }

    /// <summary>What pdftotext reads, fields and signatures included.</summary>
    public static string Text(byte[] pdf, params string[] options)
    {
        var (code, text) = Run(pdf, "pdftotext", ["-layout", .. options], "-");
        Assert.True(code == 0, text);
        return text;
    }

    /// <summary>What pdffonts says of the fonts.</summary>
    public static string Fonts(byte[] pdf) => Run(pdf, "pdffonts", []).Output;

    /// <summary>A page as a picture of 50 points to the inch, in PPM.</summary>
    public static byte[] Draw(byte[] pdf)
    {
        var output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (code, text) = Run(pdf, "pdftoppm", ["-r", "50", "-singlefile", "-cropbox"], output);
            Assert.True(code == 0, text);
            return File.ReadAllBytes(output + ".ppm");
        }
        finally
        {
            File.Delete(output + ".ppm");
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static (int Code, string Output) Run(byte[] pdf, string program, string[] options, params string[] more)
    {
        using var file = new TemporaryFile(pdf, ".pdf");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[.. options, file.Path, .. more])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
