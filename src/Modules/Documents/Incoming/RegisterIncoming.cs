using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Vào sổ (điều 22): the record gets its số đến and from then on must be handled.</summary>
internal sealed class RegisterIncoming(
    UnionDb db,
    Work work,
    UserContext user,
    IncomingBook book,
    ArrivalBooks books,
    DocumentKinds kinds,
    FindDuplicates duplicates,
    Notices notices,
    TimeProvider time
)
{
    /// <summary>The số đến given. The leader is told.</summary>
    public Task<Result<int>> HandleAsync(Guid id, RegisterInput input, CancellationToken ct) =>
        work.RunAsync(() => RegisterAsync(id, input, tellsLeader: true, ct), ct);

    /// <summary>The same as one of many, of which the leader is told together.</summary>
    public Task<Result<int>> AmongManyAsync(Guid id, RegisterInput input, CancellationToken ct) =>
        work.RunAsync(() => RegisterAsync(id, input, tellsLeader: false, ct), ct);

    private async Task<Result<int>> RegisterAsync(Guid id, RegisterInput input, bool tellsLeader, CancellationToken ct)
    {
        var unit = await db.Incoming.AsNoTracking().Where(d => d.Id == id).Select(d => d.Unit).FirstOrDefaultAsync(ct);
        if (unit is null || !user.Required.Can(Permissions.Register, unit))
            return Result<int>.Refuse("Văn bản không thuộc đơn vị mà anh/chị làm văn thư.");
        if (!books.Has(input.BookCode ?? ""))
            return Result<int>.Fail("Hãy chọn sổ trong danh sách.", nameof(input.BookCode));
        // The counter's lock makes two clerks queue here, so that the second sees what the first has done; a refusal gives the number back.
        var line = await book.NextLineAsync(unit.Id, input.BookCode ?? "", ct);
        var document = await db.Incoming.Include(d => d.Content).ThenInclude(c => c.Attachments).FirstAsync(d => d.Id == id, ct);
        if (document.State != IncomingState.Arrived)
            return Result<int>.Fail(
                document.ArrivalNumber is { } taken
                    ? $"Văn bản này đã được vào sổ, số đến {taken}."
                    : "Văn bản này đã được trả lại hoặc hủy, không vào sổ nữa."
            );
        var check = new Check();
        if (document.Source == IncomingSource.Intake)
            input.PutPrinted(document, kinds, time.Today(), check);
        input.PutOwn(document, books, time.Today(), check);
        var same = input.AcceptDuplicate ? [] : await duplicates.HandleAsync(unit.Id, id, document.NumberText, document.Issuer, ct);
        if (same is [var first, ..])
        {
            var where = first.ArrivalNumber is { } number ? $" (số đến {number})" : ", đang chờ vào sổ";
            check.That(
                false,
                nameof(input.AcceptDuplicate),
                $"Đã có văn bản cùng số, ký hiệu và cơ quan ban hành{where}. Nếu vẫn muốn vào sổ, hãy đánh dấu “Vẫn vào sổ”."
            );
        }
        if (!check.Ok)
            return Result<int>.Fail(check.Problems);
        await book.EnterAsync(document, unit, line, EventKind.Registered, ct);
        if (tellsLeader)
            await notices.TellPostsAsync(
                [unit.Id],
                [Roles.Leader],
                $"Văn bản đến số {line.Number} chờ chỉ đạo: {document.Subject}",
                $"/van-ban/den/{id}",
                ct,
                document.Urgency.CannotWait()
            );
        return line.Number;
    }
}
