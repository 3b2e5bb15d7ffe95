using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Pades;
using SkiaSharp;

namespace DoanKet.Bench;

/// <summary>
/// A thousand letters of about 130 kB signed with a visible picture by a key in memory, against reading, hashing, a bare CMS and
/// writing the same bytes; then what verifying costs, and a file of 200 MB.
/// </summary>
internal static class SignBench
{
    private const int Letters = 1_000,
        Rounds = 3,
        LargeFile = 200 * 1024 * 1024;

    private static readonly DateTimeOffset Time = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(7));

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("doanket-sign-");
        try
        {
            using var certificate = MakeCertificate();
            using var key = Pkcs12Key.Open(certificate.Export(X509ContentType.Pkcs12), null);
            var letter = MakeLetter();
            for (var i = 0; i < Letters; i++)
                await File.WriteAllBytesAsync(Input(folder, i), letter);
            Report.Head($"{Letters:N0} letters of {letter.Length / 1000} kB, medians of {Rounds} rounds", "seconds");
            await CompareAsync(folder, certificate, key);
            Verify(folder);
            await SignOftenAsync(letter, key);
            await SignLargeAsync(folder, key);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(DirectoryInfo folder, X509Certificate2 certificate, Pkcs12Key key)
    {
        var floors = new List<double>();
        var signed = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var floor = await TimeAsync(() => FloorAsync(folder, certificate));
            var ours = await TimeAsync(() => SignAllAsync(folder, key));
            // The first round warms up.
            if (round == 0)
                continue;
            floors.Add(floor);
            signed.Add(ours);
        }
        Report.Line("floor: read, hash, CMS, write", Report.Ratio(Report.Median(floors)));
        Report.Line("signed, with a picture, B-B", Report.Ratio(Report.Median(signed)));
        Report.Line("ratio", Report.Ratio(Report.Median(signed) / Report.Median(floors)));
    }

    /// <summary>As many bytes are written as the signature adds.</summary>
    private static async Task FloorAsync(DirectoryInfo folder, X509Certificate2 certificate)
    {
        var more = new byte[24 * 1024];
        for (var i = 0; i < Letters; i++)
        {
            var bytes = await File.ReadAllBytesAsync(Input(folder, i));
            var cms = new SignedCms(new ContentInfo(SHA256.HashData(bytes)), detached: true);
            cms.ComputeSignature(new(certificate) { IncludeOption = X509IncludeOption.EndCertOnly });
            cms.Encode().CopyTo(more, 0);
            await using var output = File.Create(Output(folder, i));
            await output.WriteAsync(bytes);
            await output.WriteAsync(more);
        }
    }

    private static async Task SignAllAsync(DirectoryInfo folder, Pkcs12Key key)
    {
        var look = new SignatureLook(1, new(300, 100, 150, 60), MakePicture());
        for (var i = 0; i < Letters; i++)
        {
            using var input = PdfSource.FromFile(Input(folder, i));
            await using var output = File.Create(Output(folder, i));
            await new PdfSigner(key).SignAsync(input, output, new() { Time = Time, Look = look });
        }
    }

    private static void Verify(DirectoryInfo folder)
    {
        var times = new List<double>();
        for (var i = 0; i < Letters; i++)
        {
            var watch = Stopwatch.StartNew();
            using var input = PdfSource.FromFile(Output(folder, i));
            Check(input);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        Report.Line("verified, median, ms", Report.Ratio(Report.Median(times)));
        Report.Line("verified, p95, ms", Report.Ratio(Report.Percentile(times, 0.95)));
    }

    private static async Task SignOftenAsync(byte[] letter, Pkcs12Key key)
    {
        var file = letter;
        for (var i = 0; i < 25; i++)
        {
            var output = new MemoryStream();
            await new PdfSigner(key).SignAsync(PdfSource.FromBytes(file), output, new() { Time = Time.AddMinutes(i) });
            file = output.ToArray();
        }
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var watch = Stopwatch.StartNew();
            Check(PdfSource.FromBytes(file));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        Report.Line($"25 signatures, {file.Length / 1000} kB: verified, median, ms", Report.Ratio(Report.Median(times)));
    }

    private static async Task SignLargeAsync(DirectoryInfo folder, Pkcs12Key key)
    {
        var (large, signed) = (Path.Combine(folder.FullName, "large.pdf"), Path.Combine(folder.FullName, "large-signed.pdf"));
        await WriteLargeAsync(large);
        var before = Peak();
        using (var input = PdfSource.FromFile(large))
        await using (var output = File.Create(signed))
            Report.Line(
                "200 MB: signed, seconds",
                Report.Ratio(await TimeAsync(() => new PdfSigner(key).SignAsync(input, output, new() { Time = Time })))
            );
        using var source = PdfSource.FromFile(signed);
        var watch = Stopwatch.StartNew();
        Check(source);
        Report.Line("200 MB: verified, seconds", Report.Ratio(watch.Elapsed.TotalSeconds));
        Report.Line("200 MB: peak memory of the process grew by, MB", Report.Number(Peak() - before));
    }

    private static void Check(PdfSource source)
    {
        var report = PdfVerifier.Verify(source, new() { At = Time });
        var isRight = report.Signatures.All(s => s.Crypto == CryptoVerdict.Valid && s.Changes <= LaterChanges.Form);
        if (!isRight || report.Signatures.Count == 0)
            throw new InvalidOperationException("A signature of the bench is not valid.");
    }

    /// <summary>One stream of bytes that cannot be packed, behind a page without text.</summary>
    private static async Task WriteLargeAsync(string path)
    {
        await using var file = File.Create(path);
        var places = new long[5];
        async Task WriteAsync(string text) => await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text));
        await WriteAsync("%PDF-1.7\n");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Data 4 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ];
        for (var i = 0; i < objects.Length; i++)
        {
            places[i + 1] = file.Position;
            await WriteAsync($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        places[4] = file.Position;
        await WriteAsync($"4 0 obj\n<< /Length {LargeFile} >>\nstream\n");
        var block = new byte[1024 * 1024];
        for (var written = 0; written < LargeFile; written += block.Length)
        {
            RandomNumberGenerator.Fill(block);
            await file.WriteAsync(block);
        }
        await WriteAsync("\nendstream\nendobj\n");
        var start = file.Position;
        var rows = string.Concat(places.Skip(1).Select(place => $"{place:D10} 00000 n \n"));
        await WriteAsync($"xref\n0 5\n0000000000 65535 f \n{rows}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }

    private static byte[] MakeLetter()
    {
        var output = new MemoryStream();
        using (var document = SKDocument.CreatePdf(output))
        {
            var canvas = document.BeginPage(595, 842);
            using var noise = new SKBitmap(200, 208);
            foreach (var (x, y) in Enumerable.Range(0, 208).SelectMany(y => Enumerable.Range(0, 200).Select(x => (x, y))))
                noise.SetPixel(x, y, new((byte)(x * y * 7), (byte)(x * x * 13 + y), (byte)(y * y * 29 + x * 3)));
            canvas.DrawBitmap(noise, 50, 50);
            document.EndPage();
        }
        return output.ToArray();
    }

    private static SignatureImage MakePicture()
    {
        using var bitmap = new SKBitmap(300, 120);
        using var canvas = new SKCanvas(bitmap);
        using var pen = new SKPaint
        {
            Color = SKColors.Blue,
            StrokeWidth = 4,
            IsAntialias = true,
        };
        canvas.DrawLine(10, 100, 290, 20, pen);
        canvas.Flush();
        return SignatureImage.FromPng(bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray());
    }

    private static X509Certificate2 MakeCertificate()
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Bench", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(Time.AddYears(-1), Time.AddYears(5));
    }

    private static string Input(DirectoryInfo folder, int number) => Path.Combine(folder.FullName, $"{number}.pdf");

    private static string Output(DirectoryInfo folder, int number) => Path.Combine(folder.FullName, $"{number}.out.pdf");

    private static double Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024;

    private static async Task<double> TimeAsync(Func<Task> body)
    {
        var watch = Stopwatch.StartNew();
        await body();
        return watch.Elapsed.TotalSeconds;
    }
}
