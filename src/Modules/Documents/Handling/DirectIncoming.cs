using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Ý kiến chỉ đạo (điều 23): who leads, who helps, who is to know, until when. Sent again it replaces the open parts; the history
/// keeps both.</summary>
internal sealed class DirectIncoming(
    UnionDb db,
    Work work,
    UserContext user,
    PossibleHandlers handlers,
    WorkingDays days,
    NameLead lead,
    TellHandlers tell,
    ReceiptProgress receipts,
    History history,
    TimeProvider time
)
{
    /// <summary>The deadline that was set, if any.</summary>
    public Task<Result<DateOnly?>> HandleAsync(Guid id, DirectInput input, CancellationToken ct) =>
        work.RunAsync(() => DirectAsync(id, input, ct), ct);

    private async Task<Result<DateOnly?>> DirectAsync(Guid id, DirectInput input, CancellationToken ct)
    {
        await db.Dialect.LockRowAsync<IncomingDocument>(db, id, ct);
        var document = await db.Incoming.Include(d => d.Unit).FirstOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Required.Can(Permissions.Direct, document.Unit))
            return Result<DateOnly?>.Refuse("Văn bản không thuộc đơn vị mà anh/chị lãnh đạo.");
        var known = (await handlers.ForAsync(document.UnitId, ct)).ToDictionary(h => h.Key);
        var parts = input.Parts();
        var check = input
            .Check(time.Today())
            .That(
                document.State is IncomingState.Registered or IncomingState.Directed,
                "",
                document.State == IncomingState.Arrived
                    ? "Văn bản chưa vào sổ; văn thư cần vào sổ trước."
                    : "Văn bản đã kết thúc, không chỉ đạo thêm được."
            )
            .That(
                parts.All(p => known.ContainsKey(p.Handler)),
                nameof(input.Lead),
                "Có người hoặc đơn vị không còn trong danh sách; hãy tải lại trang và chọn lại."
            );
        if (!check.Ok)
            return Result<DateOnly?>.Fail(check.Problems);
        var due = await DueAsync(input, document, ct);
        var again = document.State == IncomingState.Directed;
        (document.Directive, document.DueOn, document.IsAnswerAsked) = (input.Text, due, input.AsksForAnswer);
        var chosen = parts.Select(p => (Handler: known[p.Handler], p.Role)).ToList();
        var fresh = await ReplacePartsAsync(document.Id, chosen, due, ct);
        await lead.HandleAsync(document, ct);
        // Passed on for information only, or to those who have closed already: nobody has anything to do, so the document rests.
        document.State = await HasOpenWorkAsync(document.Id, fresh, ct) ? IncomingState.Directed : IncomingState.Done;
        document.DoneAt = document.State == IncomingState.Done ? time.UtcDateTime() : null;
        if (document.State == IncomingState.Done)
            await receipts.DoneAsync(id, ct);
        var text = $"{(again ? "Sửa ý kiến chỉ đạo: " : "")}{input.Text} {Describe(chosen, due)}".Trim();
        history.Record(document, EventKind.Directed, "documents.incoming.directed", text);
        await tell.HandleAsync(document, fresh, due, ct);
        return due;
    }

    /// <summary>Of the parts as they stand now, the new ones included.</summary>
    private async Task<bool> HasOpenWorkAsync(
        Guid incomingId,
        IReadOnlyList<(PossibleHandler Handler, AssignmentRole Role)> fresh,
        CancellationToken ct
    )
    {
        var kept = await db.Assignments.Where(a => a.IncomingId == incomingId && a.State == AssignmentState.Open).ToListAsync(ct);
        return fresh.Any(part => part.Role != AssignmentRole.Inform) || new PartTree(kept).OpenWork.Any();
    }

    private async Task<DateOnly?> DueAsync(DirectInput input, IncomingDocument document, CancellationToken ct) =>
        input.Days is { } count ? await days.AddAsync(time.Today(), count, ct) : input.DueOn ?? document.DueOn;

    /// <summary>
    /// Keeps finished parts and those that stay as they are, ends the rest (the books go on showing them), adds the new ones and returns
    /// them.
    /// </summary>
    private async Task<IReadOnlyList<(PossibleHandler Handler, AssignmentRole Role)>> ReplacePartsAsync(
        Guid incomingId,
        IReadOnlyList<(PossibleHandler Handler, AssignmentRole Role)> chosen,
        DateOnly? due,
        CancellationToken ct
    )
    {
        var parts = await db.Assignments.Where(a => a.IncomingId == incomingId && a.State != AssignmentState.Ended).ToListAsync(ct);
        var tree = new PartTree(parts);
        // What a holder gave on stays as long as the holder's own part.
        var present = parts.Where(a => a.FromId is null).ToList();
        foreach (var part in present.Where(a => a.State == AssignmentState.Open))
        {
            if (chosen.Any(c => Same(part, c.Handler, c.Role)))
            {
                part.DueOn = part.Role == AssignmentRole.Inform ? null : due;
                continue;
            }
            tree.End(part, time.UtcDateTime());
        }
        var fresh = chosen.Where(c => !present.Any(a => Same(a, c.Handler, c.Role))).ToList();
        foreach (var (handler, role) in fresh)
            db.Add(
                new Assignment
                {
                    Id = Ids.New(),
                    IncomingId = incomingId,
                    Role = role,
                    ToUnitId = handler.UnitId,
                    ToAccountId = handler.AccountId,
                    DueOn = role == AssignmentRole.Inform ? null : due,
                    AssignedAt = time.UtcDateTime(),
                    AssignedBy = user.Required.AccountId,
                }
            );
        return fresh;
    }

    private static bool Same(Assignment part, PossibleHandler handler, AssignmentRole role) =>
        part.Role == role && part.ToUnitId == handler.UnitId && part.ToAccountId == handler.AccountId;

    public static string Describe(IReadOnlyList<(PossibleHandler Handler, AssignmentRole Role)> parts, DateOnly? due) =>
        string.Join(
            "; ",
            parts
                .GroupBy(p => p.Role)
                .OrderBy(g => g.Key)
                .Select(g => $"{g.Key.Name()}: {string.Join(", ", g.Select(p => p.Handler.Name))}")
        )
        + (due is { } day ? $". Hạn: {day.Show()}" : "")
        + ".";
}
