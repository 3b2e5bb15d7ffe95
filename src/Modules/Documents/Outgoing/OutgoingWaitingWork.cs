using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What waits for a person on the outgoing side, in the order of the work.</summary>
internal sealed class OutgoingWaitingWork(UnionDb db, DocumentKinds kinds, TimeProvider time) : IWaitingWork
{
    public const string SigningTray = "/van-ban/di/ky";

    private const string List = "/van-ban/di?trang-thai=";

    /// <summary>
    /// Days after a deadline for which late receivers stand among the work; what is older belongs to a report, and looking at all that
    /// was ever issued would take longer each year.
    /// </summary>
    private const int LateDays = 90;

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        var people = user.AccountIds;
        var (drafting, approving, formatting, signing, issuing) = (
            user.UnitsWhere(Permissions.Draft),
            user.UnitsWhere(Permissions.ApproveContent),
            user.UnitsWhere(Permissions.ApproveFormat),
            user.UnitsWhere(Permissions.Sign),
            user.UnitsWhere(Permissions.Issue)
        );
        var groups = new GroupsCountedTogether();
        // By the unit, too: only there the person may go on with them, and it has an index.
        if (drafting.Count > 0)
            AddState(
                "Dự thảo của tôi",
                "Soạn tiếp",
                OutgoingState.Draft,
                db.Outgoing.WhereOneOf(d => d.DraftingUnitId, drafting).WhereOneOf(d => d.DrafterId, people)
            );
        if (approving.Count > 0)
            AddState(
                "Chờ duyệt nội dung",
                "Duyệt nội dung",
                OutgoingState.ContentReview,
                db.Outgoing.WhereOneOf(d => d.DraftingUnitId, approving)
            );
        if (formatting.Count > 0)
            AddState("Chờ duyệt thể thức", "Duyệt thể thức", OutgoingState.FormatReview, db.Outgoing.WhereOneOf(d => d.UnitId, formatting));
        if (signing.Count > 0)
            Add("Chờ ký", "Ký", SigningTray, db.Outgoing.WaitingForSignatureOf(user));
        if (issuing.Count > 0)
            AddState("Chờ cấp số và phát hành", "Phát hành", OutgoingState.Signed, db.Outgoing.WhereOneOf(d => d.UnitId, issuing));
        // What waits for a person's signature beside the signer's, when it is the person's turn.
        Add("Chờ cùng ký", "Ký", SigningTray, db.WaitingForSignatureBeside(user.AccountId));
        if (issuing.Count > 0)
        {
            // Papers that were printed with a reserved number and are not attached yet.
            AddState(
                "Đã giữ số, chờ bản ký",
                "Đính bản đã ký",
                OutgoingState.Signing,
                db.Outgoing.WhereOneOf(d => d.UnitId, issuing).Where(d => d.Number != null)
            );
            var returned = ReturnedTo(issuing);
            groups.Add(returned.Select(_ => false), size => ReturnedAsync(returned, size.Count, perGroup, ct));
            var late = LateFor(issuing);
            groups.Add(late.Select(_ => false), size => LateAsync(late, size.Count, perGroup, ct));
        }
        return await groups.ReadAsync(ct);

        // The state by itself: of a state that it does not know beforehand, a plan made once would expect too much.
        void AddState(string group, string nextStep, OutgoingState state, IQueryable<OutgoingDocument> rows) =>
            Add(group, nextStep, List + state, rows.Where(d => d.State == EF.Constant(state)));

        void Add(string group, string nextStep, string all, IQueryable<OutgoingDocument> rows) =>
            groups.Add(
                rows.Select(_ => false),
                async size => new(group, size.Count, all, await ItemsAsync(rows.AsNoTracking(), group, nextStep, perGroup, ct))
            );
    }

    private async Task<IReadOnlyList<WaitingItem>> ItemsAsync(
        IQueryable<OutgoingDocument> rows,
        string group,
        string nextStep,
        int perGroup,
        CancellationToken ct
    )
    {
        var (history, approvals) = (db.History, db.Approvals);
        var found = await rows.OrderByDescending(d => d.Urgency)
            .ThenBy(d => d.CreatedAt)
            .ThenBy(d => d.Id)
            .Take(perGroup)
            .Select(d => new
            {
                d.Id,
                d.KindCode,
                d.Subject,
                d.Urgency,
                d.CreatedAt,
                d.SignedAt,
                Unit = d.DraftingUnit.Name,
                Drafter = d.Drafter.FullName,
                Since = history.Where(e => e.DocumentId == d.Id).Max(e => (DateTime?)e.At),
                SentBack = approvals
                    .Where(a => a.OutgoingId == d.Id)
                    .OrderByDescending(a => a.At)
                    .Select(a => a.Approved ? "" : a.Note)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var today = time.Today();
        return
        [
            .. found.Select(d =>
            {
                var returned = nextStep == "Soạn tiếp" && d.SentBack is { Length: > 0 };
                var pressure =
                    d.SignedAt is { } signed && VietnamTime.DateOf(signed) < today ? Pressure.DueSoon
                    : d.Urgency != Urgency.Normal ? Pressure.Urgent
                    : Pressure.Normal;
                return new WaitingItem(
                    group,
                    kinds.KindAndSubject(d.KindCode, d.Subject),
                    returned ? $"Bị trả lại: {d.SentBack}" : $"{d.Unit}, {d.Drafter} soạn",
                    null,
                    d.Since ?? d.CreatedAt,
                    pressure,
                    returned ? "Sửa dự thảo" : nextStep,
                    $"/van-ban/di/{d.Id}"
                );
            }),
        ];
    }

    /// <summary>What receivers sent back, until it is dealt with.</summary>
    private IQueryable<Receipt> ReturnedTo(IReadOnlyList<Guid> offices) =>
        db
            .Receipts.AsNoTracking()
            .WhereOneOf(r => r.Outgoing.UnitId, offices)
            .Where(r => r.State == ReceiptState.Returned && r.ReturnSettledAt == null);

    private static async Task<WaitingGroup> ReturnedAsync(IQueryable<Receipt> open, int count, int perGroup, CancellationToken ct)
    {
        const string Group = "Nơi nhận trả lại";
        var found = await open.OrderBy(r => r.ReturnedAt)
            .ThenBy(r => r.IncomingId)
            .Take(perGroup)
            .Select(r => new
            {
                r.OutgoingId,
                r.Outgoing.NumberText,
                r.Outgoing.Subject,
                r.Receiver.Name,
                r.ReturnReason,
                r.ReturnedAt,
            })
            .ToListAsync(ct);
        return new(
            Group,
            count,
            "",
            [
                .. found.Select(r => new WaitingItem(
                    Group,
                    $"{r.NumberText} {r.Subject}",
                    $"{r.Name}: {r.ReturnReason}",
                    null,
                    r.ReturnedAt ?? default,
                    Pressure.Urgent,
                    "Xem và xử lý",
                    $"/van-ban/di/{r.OutgoingId}/theo-doi?loc={ReceiptState.Returned.Slug()}"
                )),
            ]
        );
    }

    /// <summary>Documents of ours of which receivers are late: one line for each document, not for each receiver.</summary>
    private IQueryable<OutgoingDocument> LateFor(IReadOnlyList<Guid> offices)
    {
        var today = time.Today();
        var oldest = today.AddDays(-LateDays);
        var receipts = db.Receipts;
        return db
            .Outgoing.AsNoTracking()
            .WhereOneOf(d => d.UnitId, offices)
            .Where(d =>
                d.State == OutgoingState.Issued
                && d.RecalledAt == null
                && d.ReplyBy < today
                && d.ReplyBy >= oldest
                && receipts.Any(r => r.OutgoingId == d.Id && r.State < ReceiptState.Done)
            );
    }

    private async Task<WaitingGroup> LateAsync(IQueryable<OutgoingDocument> late, int count, int perGroup, CancellationToken ct)
    {
        const string Group = "Nơi nhận quá hạn";
        var receipts = db.Receipts;
        var found = await late.OrderByDescending(d => d.ReplyBy)
            .ThenBy(d => d.Id)
            .Take(perGroup)
            .Select(d => new
            {
                d.Id,
                d.NumberText,
                d.Subject,
                d.ReplyBy,
                d.IssuedAt,
                Late = receipts.Count(r => r.OutgoingId == d.Id && r.State < ReceiptState.Done),
            })
            .ToListAsync(ct);
        return new(
            Group,
            count,
            List + OutgoingState.Issued,
            [
                .. found.Select(d => new WaitingItem(
                    Group,
                    $"{d.NumberText} {d.Subject}",
                    $"{d.Late.Grouped()} đơn vị chưa hoàn thành",
                    d.ReplyBy,
                    d.IssuedAt ?? default,
                    Pressure.OthersLate,
                    "Theo dõi",
                    $"/van-ban/di/{d.Id}/theo-doi?loc=qua-han"
                )),
            ]
        );
    }
}
