using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>
/// Puts an entry right that was registered with a slip. The number and the book stay; the book says on which day and why, so that a page
/// printed before is known to be corrected.
/// </summary>
internal sealed class CorrectIncoming(
    UnionDb db,
    Work work,
    UserContext user,
    IndexContent index,
    ArrivalBooks books,
    DocumentKinds kinds,
    History history,
    TimeProvider time
)
{
    public const int MaxReason = 300;

    public Task<Result> HandleAsync(Guid id, CorrectInput input, CancellationToken ct) =>
        work.RunAsync(() => CorrectAsync(id, input, ct), ct);

    private async Task<Result> CorrectAsync(Guid id, CorrectInput input, CancellationToken ct)
    {
        var reason = input.Reason?.Trim() ?? "";
        var document = await db
            .Incoming.Include(d => d.Unit)
            .Include(d => d.Content)
                .ThenInclude(c => c.Attachments)
            .FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Required.Can(Permissions.Register, document.Unit))
            return Result.Refuse("Văn bản không thuộc đơn vị mà anh/chị làm văn thư.");
        var problem = IncomingEntry.Problem(document);
        var check = new Check()
            .That(problem is null, "", problem ?? "")
            .That(document.ArrivalNumber is not null, "", "Văn bản chưa vào sổ; hãy sửa ngay khi vào sổ.")
            .That(document.Version == input.Version, "", "Có người vừa thay đổi văn bản này; hãy xem lại thông tin mới rồi sửa.")
            .Filled(reason, nameof(input.Reason), "Hãy ghi lý do sửa; lý do được ghi trong sổ.")
            .AtMost(reason, MaxReason, nameof(input.Reason), "Lý do");
        if (!check.Ok)
            return check.AsResult();
        input.BookCode = document.BookCode;
        var before = Facts(document);
        input.PutPrinted(document, kinds, time.Today(), check);
        input.PutOwn(document, books, time.Today(), check);
        // What the form leaves empty is meant to be empty here.
        (document.Pages, document.DueOn) = (input.Pages, input.DueOn);
        var changes = before.Zip(Facts(document)).Where(pair => pair.First.Value != pair.Second.Value).ToList();
        check.That(!check.Ok || changes.Count > 0, "", "Chưa có gì thay đổi; hãy sửa ít nhất một mục.");
        if (!check.Ok)
            return check.AsResult();
        document.SayInBook($"Đính chính ngày {time.Today().Show()}: {reason}");
        document.SearchId = await index.HandleAsync(
            document.Content,
            DocumentSections.ReceivedBy([document.Unit.Path]),
            document.Heading,
            ct
        );
        var sentences = changes.Select(pair => $"{pair.First.Name}: “{pair.First.Value}” thành “{pair.Second.Value}”");
        history.Record(document, EventKind.Corrected, "documents.incoming.corrected", $"{string.Join("; ", sentences)}. Lý do: {reason}");
        return Result.Success;
    }

    private List<(string Name, string Value)> Facts(IncomingDocument document) =>
        [
            ("Số, ký hiệu", document.NumberText),
            ("Ngày văn bản", document.IssuedOn?.Show() ?? ""),
            ("Cơ quan ban hành", document.Issuer),
            ("Loại văn bản", kinds.Name(document.KindCode)),
            ("Độ khẩn", document.Urgency.Name()),
            ("Trích yếu", document.Subject),
            ("Người ký", document.SignerName),
            ("Chức vụ người ký", document.SignerTitle),
            ("Hạn xử lý", document.DueOn?.Show() ?? ""),
            ("Số trang", document.Pages?.ToString() ?? ""),
            ("Ghi chú", document.Note),
        ];
}
