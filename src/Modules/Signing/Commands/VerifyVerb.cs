using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Commands;

/// <summary><c>doanket verify</c>: needs no data folder and no network.</summary>
internal static class VerifyVerb
{
    /// <summary>Exit code where the file could not be judged at all: it cannot be opened on this machine.</summary>
    private const int NotJudged = 2;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Tệp PDF cần kiểm tra" };
        var json = new Option<bool>("--json") { Description = "In một đối tượng JSON: file, signatures, timestamps, overall" };
        var trust = new Option<DirectoryInfo?>("--trust")
        {
            Description = "Thư mục chứng thư gốc được tin cậy (PEM, DER); thư mục con là nhãn",
        };
        var store = new Option<FileInfo?>("--trust-file")
        {
            Description = "Tệp kho chứng thư gốc đã ký (lệnh trust-store); cần --publisher",
        };
        var publisher = new Option<string?>("--publisher") { Description = "Mã SHA-256 của chứng thư nơi phát hành kho" };
        var password = new Option<FileInfo?>("--pdf-password-file") { Description = "Tệp chứa mật khẩu mở tệp PDF" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "Kiểm tra như ở thời điểm này, ví dụ 2026-03-10T09:00:00+07:00" };
        var command = new Command("verify", "Kiểm tra chữ ký số trong một tệp PDF") { file, json, trust, store, publisher, password, at };
        command.SetAction(
            async (parse, ct) =>
            {
                var path = parse.GetRequiredValue(file).FullName;
                try
                {
                    var secret = parse.GetValue(password);
                    var options = new VerificationOptions
                    {
                        At = parse.GetValue(at) ?? TimeProvider.System.GetUtcNow(),
                        Trust = await ReadTrustAsync(parse.GetValue(trust), parse.GetValue(store), parse.GetValue(publisher), ct),
                        Password = secret is null ? null : await SignVerb.ReadSecretAsync(secret, ct),
                    };
                    using var source = PdfSource.FromFile(path);
                    var report = FileFindings.From(PdfVerifier.Verify(source, options));
                    var lines = parse.GetValue(json)
                        ? [JsonSerializer.Serialize(VerifyOutput.From(path, report), Readable)]
                        : Lines(report);
                    foreach (var line in lines)
                        await parse.InvocationConfiguration.Output.WriteLineAsync(line);
                    return 0;
                }
                catch (Exception failure) when (Refusal.Explain(failure) is { } why)
                {
                    await parse.InvocationConfiguration.Error.WriteLineAsync(why);
                    return NotJudged;
                }
            }
        );
        return command;
    }

    private static async Task<TrustStore> ReadTrustAsync(DirectoryInfo? folder, FileInfo? store, string? publisher, CancellationToken ct) =>
        (folder, store) switch
        {
            (null, null) => TrustStore.Empty,
            ({ } given, null) => TrustStore.FromDirectory(given.FullName),
            (null, { } file) when publisher is not null => TrustStore.FromFile(await File.ReadAllBytesAsync(file.FullName, ct), publisher),
            (null, _) => throw new ArgumentException("--trust-file cần --publisher: mã SHA-256 của chứng thư nơi phát hành."),
            _ => throw new ArgumentException("Chỉ dùng một trong --trust và --trust-file."),
        };

    private static IEnumerable<string> Lines(FileFindings report)
    {
        yield return $"{Verdicts.Title(Verdicts.Of(report.Overall))}. {Verdicts.Advice(report)}";
        foreach (var signature in report.All)
            yield return $"{signature.Field} ({signature.Signer}): {string.Join(" ", Verdicts.Sentences(signature))}";
    }
}
