using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.PaperForms;

namespace DoanKet.Modules.Signing.Checking;

/// <summary>The check of a file as PDF, with all that TT 15/2025/TT-BKHCN, điều 6 asks to be told.</summary>
internal static class ReportPaper
{
    private const string Title = "Kết quả kiểm tra chữ ký số";

    public static async Task<byte[]> DrawAsync(string fileName, string sha256, CheckedFile file, CancellationToken ct)
    {
        using var target = new MemoryStream();
        await new TablePaper
        {
            Title = Title,
            Columns = [new("Nội dung", 30), new("Kết quả", 100)],
            Heading = [new(Title.ToUpperInvariant(), 16, Bold: true), new(file.Title, 14, Bold: true), new(fileName, 12)],
            Foot = $"Kiểm tra lúc {file.CheckedAt.Show()} bằng phần mềm Đoàn Kết",
        }.WriteAsync(target, Rows(sha256, file).ToAsyncEnumerable(), ct);
        return target.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string sha256, CheckedFile file)
    {
        yield return ["Kết luận", $"{file.Title}. {file.Advice} {file.Before}".TrimEnd()];
        yield return ["Mã SHA-256 của tệp", sha256];
        foreach (var signature in file.Signatures)
        {
            yield return [signature.Title, string.Join(' ', signature.Sentences)];
            foreach (var (name, value) in signature.Facts)
                yield return ["     " + name, value];
        }
    }
}
