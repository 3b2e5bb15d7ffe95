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
        (string Group, string NextStep, OutgoingState State, bool MayHave, IQueryable<OutgoingDocument> Rows)[] kinds =
        [
            (
                "Dự thảo của tôi",
                "Soạn tiếp",
                OutgoingState.Draft,
                drafting.Count > 0,
                // By the unit, too: only there the person may go on with them, and it has an index.
                db.Outgoing.Where(d => drafting.Contains(d.DraftingUnitId) && people.Contains(d.DrafterId))
            ),
            (
                "Chờ duyệt nội dung",
                "Duyệt nội dung",
                OutgoingState.ContentReview,
                approving.Count > 0,
                db.Outgoing.Where(d => approving.Contains(d.DraftingUnitId))
            ),
            (
                "Chờ duyệt thể thức",
                "Duyệt thể thức",
                OutgoingState.FormatReview,
                formatting.Count > 0,
                db.Outgoing.Where(d => formatting.Contains(d.UnitId))
            ),
            ("Chờ ký", "Ký", OutgoingState.Signing, signing.Count > 0, db.Outgoing.WaitingForSignatureOf(user)),
            (
                "Chờ cấp số và phát hành",
                "Phát hành",
                OutgoingState.Signed,
                issuing.Count > 0,
                db.Outgoing.Where(d => issuing.Contains(d.UnitId))
            ),
        ];
        List<WaitingGroup> groups = [];
        var waiting = kinds
            .Where(k => k.MayHave)
            .Select(k => (k.Group, k.NextStep, k.State, Rows: k.Rows.AsNoTracking().Where(d => d.State == k.State)))
            .ToList();
        var counts = await CountAsync([.. waiting.Select(k => k.Rows)], ct);
        foreach (var (group, nextStep, state, rows) in waiting)
        {
            if (counts.TryGetValue(state, out var count))
            {
                var all = state == OutgoingState.Signing ? SigningTray : List + state;
                groups.Add(new(group, count, all, await ItemsAsync(rows, group, nextStep, perGroup, ct)));
            }
        }
        if (await CoSigningAsync(user.AccountId, perGroup, ct) is { } coSigning)
            groups.Add(coSigning);
        if (issuing.Count > 0 && await OnPaperAsync(issuing, perGroup, ct) is { } onPaper)
            groups.Add(onPaper);
        if (issuing.Count > 0 && await ReturnedAsync(issuing, perGroup, ct) is { } returned)
            groups.Add(returned);
        if (issuing.Count > 0 && await OverdueAsync(issuing, perGroup, ct) is { } overdue)
            groups.Add(overdue);
        return groups;
    }

    /// <summary>Counts all kinds with one question: most are empty for most people. A kind without documents is left out.</summary>
    private static async Task<Dictionary<OutgoingState, int>> CountAsync(
        IReadOnlyList<IQueryable<OutgoingDocument>> kinds,
        CancellationToken ct
    )
    {
        if (kinds.Count == 0)
            return [];
        // Each kind stands in another state, so the state says which one a row was counted for.
        var states = kinds.Select(rows => rows.Select(d => d.State)).Aggregate((all, next) => all.Concat(next));
        return await states
            .GroupBy(state => state)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
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

    /// <summary>What waits for a person's signature beside the signer's, when it is the person's turn.</summary>
    private async Task<WaitingGroup?> CoSigningAsync(Guid person, int perGroup, CancellationToken ct)
    {
        const string Group = "Chờ cùng ký";
        var rows = db.WaitingForSignatureBeside(person).AsNoTracking();
        if (await rows.CountAsync(ct) is not (> 0 and var count))
            return null;
        return new(Group, count, SigningTray, await ItemsAsync(rows, Group, "Ký", perGroup, ct));
    }

    /// <summary>Papers that were printed with a reserved number and are not attached yet.</summary>
    private async Task<WaitingGroup?> OnPaperAsync(IReadOnlyList<Guid> offices, int perGroup, CancellationToken ct)
    {
        const string Group = "Đã giữ số, chờ bản ký";
        var rows = db
            .Outgoing.AsNoTracking()
            .Where(d => offices.Contains(d.UnitId) && d.State == OutgoingState.Signing && d.Number != null);
        if (await rows.CountAsync(ct) is not (> 0 and var count))
            return null;
        return new(Group, count, List + OutgoingState.Signing, await ItemsAsync(rows, Group, "Đính bản đã ký", perGroup, ct));
    }

    /// <summary>What receivers sent back, until it is dealt with.</summary>
    private async Task<WaitingGroup?> ReturnedAsync(IReadOnlyList<Guid> offices, int perGroup, CancellationToken ct)
    {
        const string Group = "Nơi nhận trả lại";
        var open = db
            .Receipts.AsNoTracking()
            .Where(r => r.State == ReceiptState.Returned && r.ReturnSettledAt == null && offices.Contains(r.Outgoing.UnitId));
        if (await open.CountAsync(ct) is not (> 0 and var count))
            return null;
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
    private async Task<WaitingGroup?> OverdueAsync(IReadOnlyList<Guid> offices, int perGroup, CancellationToken ct)
    {
        const string Group = "Nơi nhận quá hạn";
        var today = time.Today();
        var oldest = today.AddDays(-LateDays);
        var receipts = db.Receipts;
        var late = db
            .Outgoing.AsNoTracking()
            .Where(d =>
                d.State == OutgoingState.Issued
                && offices.Contains(d.UnitId)
                && d.RecalledAt == null
                && d.ReplyBy < today
                && d.ReplyBy >= oldest
                && receipts.Any(r => r.OutgoingId == d.Id && r.State < ReceiptState.Done)
            );
        if (await late.CountAsync(ct) is not (> 0 and var count))
            return null;
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
