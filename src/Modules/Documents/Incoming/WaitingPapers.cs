using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>A document that waits for the book, with what would be written there.</summary>
/// <param name="Hindrance">Why the clerk must look at it alone first; null when it can be registered as it is.</param>
internal sealed record WaitingPaper(Guid Id, RegisterInput Input, string Title, string? Hindrance);

/// <summary>What waits for a unit's book, and of which of it everything is known for certain.</summary>
internal sealed class WaitingPapers(UnionDb db, FindDuplicates duplicates, RecentIssuers recent)
{
    /// <summary>As many as stand on one page.</summary>
    public const int Most = 100;

    private static readonly (string Field, string Name)[] Needed =
    [
        (nameof(RegisterInput.NumberText), "số, ký hiệu"),
        (nameof(RegisterInput.IssuedOn), "ngày văn bản"),
        (nameof(RegisterInput.Issuer), "cơ quan ban hành"),
        (nameof(RegisterInput.KindCode), "loại văn bản"),
        (nameof(RegisterInput.Subject), "trích yếu"),
        (nameof(RegisterInput.SignerName), "người ký"),
    ];

    /// <summary>The oldest first.</summary>
    /// <param name="only">These alone; null for all.</param>
    public async Task<IReadOnlyList<WaitingPaper>> ReadAsync(Guid unitId, IReadOnlyCollection<Guid>? only, CancellationToken ct)
    {
        var waiting = db.Incoming.AsNoTracking().Where(d => d.UnitId == unitId && d.State == IncomingState.Arrived);
        if (only is not null)
            waiting = waiting.Where(d => only.Contains(d.Id));
        var found = await waiting
            .OrderBy(d => d.ReceivedAt)
            .ThenBy(d => d.Id)
            .Take(Most)
            .Select(d => new
            {
                Document = d,
                FileName = d.Content.Attachments.Where(a => a.Ordinal == 1).Select(a => a.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var ids = found.Select(f => f.Document.Id).ToList();
        var readings = await db.Readings.AsNoTracking().Where(r => ids.Contains(r.IncomingId)).ToDictionaryAsync(r => r.IncomingId, ct);
        var book = await recent.LastBookAsync(unitId, ct);
        List<WaitingPaper> papers = [];
        foreach (var (document, fileName) in found.Select(f => (f.Document, f.FileName)))
        {
            var reading = readings.GetValueOrDefault(document.Id);
            var values = reading?.Read() ?? new Dictionary<string, ReadValue>();
            var input = Proposal.From(document, values, book);
            var hindrance =
                document.Source == IncomingSource.Internal ? null
                : document.IsSealed ? "Bì không được bóc: ghi theo ngoài bì"
                : fileName is null ? "Chưa có tệp: nhập theo bản giấy"
                : Unsure(reading, values);
            papers.Add(
                new(
                    document.Id,
                    input,
                    IncomingNames.Title(input.Subject ?? "", fileName, document.IsSealed),
                    hindrance ?? await SameAsync(document, input, ct)
                )
            );
        }
        return papers;
    }

    private static string? Unsure(IncomingReading? reading, IReadOnlyDictionary<string, ReadValue> values)
    {
        if (values.ContainsKey(HeadingValues.Secrecy))
            return "Có dấu chỉ độ mật";
        if (reading is null)
            return "Đang đọc tệp; tải lại trang sau ít phút";
        var doubtful = Needed.Where(n => !values.TryGetValue(n.Field, out var value) || value.Doubtful || value.Text.Length == 0).ToList();
        return doubtful.Count == Needed.Length ? "Không đọc được tệp: nhập tay"
            : doubtful.Count > 0 ? "Cần xem: " + string.Join(", ", doubtful.Select(n => n.Name))
            : null;
    }

    private async Task<string?> SameAsync(IncomingDocument document, RegisterInput input, CancellationToken ct) =>
        await duplicates.HandleAsync(document.UnitId, document.Id, input.NumberText, input.Issuer, ct) is not [var same, ..] ? null
        : same.ArrivalNumber is { } number ? $"Trùng số, ký hiệu với số đến {number}"
        : "Trùng số, ký hiệu với văn bản khác đang chờ";
}
