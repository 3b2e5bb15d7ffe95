using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Backup;

/// <summary>Every file has the content that its name says, and every file has a row and every row a file.</summary>
internal sealed class FileCheck(UnionDb db, IBlobStore blobs) : IIntegrityCheck
{
    public string Name => "Tệp";

    public async IAsyncEnumerable<string> FindAsync([EnumeratorCancellation] CancellationToken ct)
    {
        // Listed before the rows are read: a file that comes in meanwhile has its row by then.
        HashSet<string> present = [];
        await foreach (var sha256 in blobs.ListAsync(ct))
            present.Add(sha256);
        var known = await db.Set<StoredFile>().AsNoTracking().Select(f => f.Sha256).ToListAsync(ct);
        foreach (var sha256 in known)
        {
            if (!present.Contains(sha256))
                yield return $"Tệp {sha256} không còn trong kho.";
            else if (await HashAsync(sha256, ct) != sha256)
                yield return $"Nội dung tệp {sha256} đã hỏng.";
        }
        foreach (var orphan in present.Except(known))
            yield return $"Kho có tệp {orphan} mà cơ sở dữ liệu không biết (tải lên dở dang; có thể xóa).";
    }

    private async Task<string> HashAsync(string sha256, CancellationToken ct)
    {
        await using var content = await blobs.OpenAsync(sha256, ct);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}

/// <summary>The chain of the audit log and its anchor.</summary>
internal sealed class AuditCheck(VerifyAudit verify) : IIntegrityCheck
{
    public string Name => "Nhật ký";

    public async IAsyncEnumerable<string> FindAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var verdict = await verify.HandleAsync(ct);
        if (!verdict.Ok)
            yield return $"Nhật ký bị sửa hoặc bị cắt từ dòng {verdict.FirstBroken}.";
    }
}
