using DoanKet.Kernel;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Requests;

/// <summary>The kinds of requests with their clocks, kept by the administrator.</summary>
internal sealed class RequestKindCatalogue(UnionDb db, CatalogueMemory memory, TimeProvider time) : Catalogue<RequestKind>(db, memory, time)
{
    private const int Longest = 365;

    private readonly UnionDb _db = db;

    public override string Slug => "yeu-cau-doan-vien";

    public override string Name => "Yêu cầu của đoàn viên";

    public override string Help =>
        "Điều đoàn viên có thể yêu cầu ở trang của mình, và thời hạn phải báo đã nhận, phải trả lời. "
        + "Yêu cầu đã gửi giữ thời hạn của ngày gửi.";

    protected override IReadOnlyList<CatalogueField<RequestKind>> Own { get; } =
    [
        CatalogueField<RequestKind>.For(kind => kind.Code, "Mã", RequestKind.MaxCode, isKey: true),
        CatalogueField<RequestKind>.For(kind => kind.Name, "Yêu cầu", RequestKind.MaxName),
        CatalogueField<RequestKind>.For(kind => kind.AcknowledgeDays, "Báo đã nhận trong (ngày làm việc)"),
        CatalogueField<RequestKind>.For(kind => kind.AnswerDays, "Trả lời trong (ngày)"),
        CatalogueField<RequestKind>.For(kind => kind.ExtraDays, "Được gia hạn thêm (ngày)"),
        CatalogueField<RequestKind>.For(kind => kind.Ordinal, "Thứ tự"),
    ];

    protected override Task CheckAsync(RequestKind wished, Check check, CancellationToken ct)
    {
        foreach (
            var (days, field) in new[]
            {
                (wished.AcknowledgeDays, nameof(wished.AcknowledgeDays)),
                (wished.AnswerDays, nameof(wished.AnswerDays)),
                (wished.ExtraDays, nameof(wished.ExtraDays)),
            }
        )
            check.That(days is >= 0 and <= Longest, field, $"Từ 0 đến {Longest} ngày.");
        return Task.CompletedTask;
    }

    protected override RequestKind Make() => new() { Id = Ids.New() };

    protected override IOrderedEnumerable<RequestKind> Sort(IEnumerable<RequestKind> rows) =>
        rows.OrderBy(kind => kind.Ordinal).ThenBy(kind => kind.Code, StringComparer.Ordinal).ThenBy(kind => kind.ValidFrom);

    protected override Task<bool> IsUsedAsync(RequestKind row, CancellationToken ct) =>
        _db.Requests.AnyAsync(request => request.KindCode == row.Code, ct);
}

/// <summary>The requests that the law on personal data names, and those of every day, when there are none yet.</summary>
internal sealed class SeedRequestKinds(UnionDb db) : ISeed
{
    private const string Law = "Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP",
        Unread = Law + "; hạn trả lời tạm đặt theo hạn chung, cần đối chiếu nghị định",
        House = "Hạn do đơn vị tự đặt";

    /// <summary>On which the law came into force.</summary>
    private static readonly DateOnly Beginning = new(2026, 1, 1);

    public int Order => 40;

    public async Task HandleAsync(CancellationToken ct)
    {
        if (await db.RequestKinds.AnyAsync(ct))
            return;
        db.AddRange(
            Kind(RequestKind.Correction, "Sửa thông tin của tôi", 15, Unread, 1),
            Kind("THE", "Cấp, đổi thẻ; báo mất thẻ", 15, House, 2),
            Kind("CHUYEN", "Chuyển sinh hoạt sang công đoàn khác", 15, House, 3),
            Kind("HOI", "Hỏi, đề nghị công đoàn", 15, House, 4),
            Kind("BANSAO", "Xin bản sao thông tin của tôi", 15, Unread, 5),
            Kind("XOA", "Xóa thông tin của tôi", 15, Unread, 6),
            Kind("HANCHE", "Hạn chế, phản đối việc sử dụng thông tin", 15, Law, 7),
            Kind(RequestKind.Withdrawal, "Rút lại sự đồng ý", 15, Law, 8)
        );
        await db.SaveChangesAsync(ct);
    }

    private static RequestKind Kind(string code, string name, int days, string source, int ordinal) =>
        new()
        {
            Id = Ids.New(),
            Code = code,
            Name = name,
            AcknowledgeDays = 2,
            AnswerDays = days,
            ExtraDays = 15,
            Ordinal = ordinal,
            ValidFrom = Beginning,
            Source = source,
        };
}
