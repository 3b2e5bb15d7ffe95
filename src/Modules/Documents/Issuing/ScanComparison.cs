using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Compares number and day that stand on the scan with those that were reserved.</summary>
internal static class ScanComparison
{
    public static async Task<(string Remark, bool Differs)> OfAsync(UnionDb db, OutgoingDocument document, CancellationToken ct)
    {
        var sha256 = await db
            .Attachments.AsNoTracking()
            .Where(a => a.ContentId == document.ContentId)
            .OrderBy(a => a.Ordinal)
            .Select(a => a.Sha256)
            .FirstOrDefaultAsync(ct);
        var heading = await db.Set<FileText>().AsNoTracking().Where(t => t.Sha256 == sha256).Select(t => t.Heading).FirstOrDefaultAsync(ct);
        var read = OfficialReader.Read(heading ?? "");
        var (number, day) = (read.Number?.Value.Text, read.IssuedOn?.Value);
        if (number is null && day is null)
            return ("Bản quét không có chữ để máy đọc. Hãy tự so số và ngày trên bản quét với số, ngày đã giữ.", false);
        var wrong = new[]
        {
            number is not null && NumberKeys.From(number) != document.NumberKey ? $"số trên bản quét là {number}" : "",
            day is { } printed && printed != document.IssuedOn ? $"ngày trên bản quét là {printed.Show()}" : "",
        }
            .Where(text => text.Length > 0)
            .ToList();
        return wrong.Count > 0
            ? ($"Hãy xem lại: {string.Join("; ", wrong)}.", true)
            : ("Số và ngày đọc được trên bản quét khớp với số, ngày đã giữ.", false);
    }
}
