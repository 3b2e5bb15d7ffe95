using System.CommandLine;
using System.Globalization;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Commands;

/// <summary><c>doanket sign</c>: needs no data folder, and no network below the level T.</summary>
internal static class SignVerb
{
    /// <summary>Exit code where nothing was signed.</summary>
    private const int Refused = 2;

    private static readonly TimeSpan ServerTimeLimit = TimeSpan.FromSeconds(20);

    public static Command Build()
    {
        var options = new SignOptionSet();
        var command = new Command("sign", "Ký số một tệp PDF (PAdES); tệp gốc giữ nguyên từng byte ở đầu tệp mới");
        options.AddTo(command);
        command.SetAction(
            async (parse, ct) =>
            {
                try
                {
                    await SignAsync(options, parse, ct);
                    return 0;
                }
                catch (Exception failure) when (Refusal.Explain(failure) is { } why)
                {
                    await parse.InvocationConfiguration.Error.WriteLineAsync(why);
                    return Refused;
                }
            }
        );
        return command;
    }

    private static async Task SignAsync(SignOptionSet set, ParseResult parse, CancellationToken ct)
    {
        var password = await ReadSecretAsync(parse.GetRequiredValue(set.PasswordFile), ct);
        var keyFile = await File.ReadAllBytesAsync(parse.GetRequiredValue(set.KeyFile).FullName, ct);
        using var key = Pkcs12Key.Open(keyFile, password, parse.GetValue(set.Pss));
        using var client = new HttpClient { Timeout = ServerTimeLimit };
        var server = ReadAddress(parse.GetValue(set.TimeStampServer));
        var level = parse.GetValue(set.Level);
        if (level > PadesLevel.B && server is null)
            throw new ArgumentException("Mức T, LT, LTA cần máy chủ dấu thời gian: thêm --tsa URL.");
        var pdfPassword = parse.GetValue(set.PdfPasswordFile);
        var options = new SigningOptions
        {
            FieldName = parse.GetValue(set.Field),
            Reason = parse.GetValue(set.Reason),
            Time = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)),
            Look = await ReadLookAsync(set, parse, ct),
            Level = level,
            TimeStamps = server is null ? null : new HttpTimeStampSource(client, server),
            Revocation = new HttpRevocationSource(client, TimeProvider.System),
            Password = pdfPassword is null ? null : await ReadSecretAsync(pdfPassword, ct),
        };
        var target = parse.GetRequiredValue(set.Output).FullName;
        var result = await WriteAsync(parse.GetRequiredValue(set.Input).FullName, target, key, options, ct);
        foreach (var warning in result.Warnings)
            await parse.InvocationConfiguration.Error.WriteLineAsync($"Đã ký ở mức {result.Level}, không phải {level}: {warning}");
        await parse.InvocationConfiguration.Output.WriteLineAsync($"Đã ký vào ô {result.FieldName}, mức {result.Level}: {target}");
    }

    private static Uri? ReadAddress(string? text)
    {
        if (text is null)
            return null;
        var isWeb = Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
        return isWeb ? address : throw new ArgumentException("--tsa cần một địa chỉ http:// hoặc https://.");
    }

    /// <summary>Written beside the target first: a signature that fails half-way leaves no half file and no lost one.</summary>
    private static async Task<SigningResult> WriteAsync(
        string source,
        string target,
        ISigningKey key,
        SigningOptions options,
        CancellationToken ct
    )
    {
        var half = target + ".tmp";
        try
        {
            SigningResult result;
            using (var input = PdfSource.FromFile(source))
            await using (var output = File.Create(half))
                result = await new PdfSigner(key).SignAsync(input, output, options, ct);
            File.Move(half, target, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static async Task<SignatureLook?> ReadLookAsync(SignOptionSet set, ParseResult parse, CancellationToken ct)
    {
        var image = parse.GetValue(set.Image);
        var rectangle = parse.GetValue(set.Rectangle);
        if (image is null && rectangle is null)
            return null;
        if (image is null || rectangle is null)
            throw new ArgumentException("Chữ ký nhìn thấy cần cả --rect x,y,w,h và --image PNG.");
        var numbers = rectangle
            .Split(',')
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToList();
        if (numbers is not [var x, var y, var width, var height] || numbers.Exists(double.IsNaN))
            throw new ArgumentException("--rect cần bốn số cách nhau bằng dấu phẩy: x,y,w,h (điểm in, gốc ở góc dưới bên trái).");
        var picture = SignatureImage.FromPng(await File.ReadAllBytesAsync(image.FullName, ct));
        return new(parse.GetValue(set.Page), new(x, y, width, height), picture);
    }

    internal static async Task<string> ReadSecretAsync(FileInfo file, CancellationToken ct) =>
        (await File.ReadAllTextAsync(file.FullName, ct)).TrimEnd('\r', '\n');
}
