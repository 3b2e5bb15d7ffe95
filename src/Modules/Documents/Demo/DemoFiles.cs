using System.Text;
using DoanKet.Kernel.Files;
using DoanKet.Modules.Documents.Content;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>A few files that all generated documents share.</summary>
internal sealed class DemoFiles(FileVault vault, ReadFile read)
{
    private const string Letter =
        """
        VĂN BẢN TRÌNH DIỄN {0}

        Văn bản này do chương trình sinh ra để trình diễn; không phải văn bản của cơ quan nào.

        Đề nghị các công đoàn cơ sở phổ biến tới đoàn viên, người lao động; phân công người theo dõi, tổng hợp và báo cáo đúng thời hạn.
        Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Văn phòng để được hướng dẫn.

        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        """;

    public async Task<IReadOnlyList<UploadedFile>> MakeAsync(int count, CancellationToken ct)
    {
        List<UploadedFile> files = [];
        for (var i = 1; i <= count; i++)
        {
            var kept = await vault.SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(Letter.Replace("{0}", i.ToString(), StringComparison.Ordinal))), ct);
            await read.HandleAsync(kept.Value.Sha256, ct);
            files.Add(new(kept.Value, $"van-ban-trinh-dien-{i}{kept.Value.Extension}"));
        }
        return files;
    }
}
