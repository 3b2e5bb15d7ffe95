using System.Linq.Expressions;
using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The incoming side of "Việc của tôi": to register, to acknowledge, to direct, to handle.</summary>
internal sealed class IncomingWaitingWork(UnionDb db, TimeProvider time) : IWaitingWork
{
    /// <summary>Where a press acknowledges and registers at once.</summary>
    private const string AcknowledgePage = "/xac-nhan";

    /// <summary>A deadline this near is pressing.</summary>
    private const int SoonDays = 2;

    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        var clerkOf = user.UnitsWhere(Permissions.Register);
        List<WaitingGroup?> groups =
        [
            await InStateAsync(
                "Được gửi đến, chờ xác nhận",
                "Đã nhận và vào sổ",
                AcknowledgePage,
                [.. user.UnitsWhere(Permissions.Acknowledge).Except(clerkOf)],
                IncomingState.Arrived,
                perGroup,
                ct
            ),
            await InStateAsync("Chờ vào sổ", "Vào sổ", "/vao-so", clerkOf, IncomingState.Arrived, perGroup, ct),
            await InStateAsync(
                "Chờ chỉ đạo",
                "Cho ý kiến",
                "/chi-dao",
                user.UnitsWhere(Permissions.Direct),
                IncomingState.Registered,
                perGroup,
                ct
            ),
            await AssignedAsync(user, perGroup, ct),
            await AskedAsync(user, perGroup, ct),
            await RecalledAsync([.. clerkOf, .. user.UnitsWhere(Permissions.Acknowledge)], perGroup, ct),
        ];
        return [.. groups.OfType<WaitingGroup>()];
    }

    private async Task<WaitingGroup?> InStateAsync(
        string name,
        string step,
        string page,
        IReadOnlyList<Guid> units,
        IncomingState state,
        int perGroup,
        CancellationToken ct
    )
    {
        if (units.Count == 0)
            return null;
        var waiting = db.Incoming.AsNoTracking().Where(d => units.Contains(d.UnitId) && d.State == state);
        var today = time.Today();
        var counts = await waiting.GroupBy(d => d.DueOn < today).Select(g => new { IsOverdue = g.Key, Count = g.Count() }).ToListAsync(ct);
        if (counts.Count == 0)
            return null;
        // Overdue and urgent ones first, then in the order of receipt: nothing is left at the bottom for ever.
        var rows = await waiting
            .OrderByDescending(d => d.DueOn < today)
            .ThenByDescending(d => d.Urgency)
            .ThenBy(d => d.ReceivedAt)
            .ThenBy(d => d.Id)
            .Take(perGroup)
            .Select(Row)
            .ToListAsync(ct);
        return new(
            name,
            counts.Sum(c => c.Count),
            $"/van-ban/den?trang-thai={state.Slug()}",
            [
                .. rows.Select(r =>
                    Item(name, step, $"/van-ban/den/{r.Id}{page}", r, r.DueOn, r.ReceivedAt) with
                    {
                        Page = page == AcknowledgePage ? $"/van-ban/den/{r.Id}" : null,
                    }
                ),
            ],
            counts.Where(c => c.IsOverdue).Sum(c => c.Count)
        );
    }

    private async Task<WaitingGroup?> AssignedAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        const string Name = "Được giao cho tôi hoặc đơn vị tôi";
        var mine = db
            .Assignments.AsNoTracking()
            .Where(IncomingAccess.MineOf(user))
            .Where(a => a.State == AssignmentState.Open && a.Incoming.State == IncomingState.Directed);
        // A document given to a person and to the person's board stands once, with the weightier part.
        var open = mine.Where(a =>
            !mine.Any(b => b.IncomingId == a.IncomingId && (b.Role < a.Role || (b.Role == a.Role && b.Id.CompareTo(a.Id) < 0)))
        );
        var today = time.Today();
        var counts = await open.GroupBy(a => a.DueOn < today).Select(g => new { IsOverdue = g.Key, Count = g.Count() }).ToListAsync(ct);
        if (counts.Count == 0)
            return null;
        var rows = await open.OrderBy(a => a.DueOn == null)
            .ThenBy(a => a.DueOn)
            .ThenBy(a => a.AssignedAt)
            .ThenBy(a => a.Id)
            .Take(perGroup)
            .Select(a => new
            {
                a.Role,
                a.DueOn,
                a.AssignedAt,
                Document = new WaitingRow(
                    a.Incoming.Id,
                    a.Incoming.ArrivalNumber,
                    a.Incoming.NumberText,
                    a.Incoming.Subject,
                    a.Incoming.Issuer,
                    a.Incoming.Urgency,
                    a.Incoming.DueOn,
                    a.Incoming.ReceivedAt,
                    a.Incoming.Subject == ""
                        ? a.Incoming.Content.Attachments.Where(f => f.Ordinal == 1).Select(f => f.Name).FirstOrDefault()
                        : null,
                    a.Incoming.IsSealed
                ),
            })
            .ToListAsync(ct);
        return new(
            Name,
            counts.Sum(c => c.Count),
            "/van-ban/den/duoc-giao",
            [.. rows.Select(r => Item(Name, StepOf(r.Role), $"/van-ban/den/{r.Document.Id}", r.Document, r.DueOn, r.AssignedAt))],
            counts.Where(c => c.IsOverdue).Sum(c => c.Count)
        );
    }

    /// <summary>Questions for more time by those to whom the person gave a part.</summary>
    private async Task<WaitingGroup?> AskedAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        const string Name = "Xin gia hạn";
        var people = user.AccountIds;
        var readable = db.Incoming.ReadableBy(db, user).Select(d => d.Id);
        var asked = await db
            .Assignments.AsNoTracking()
            .Where(a => a.AskedDueOn != null && people.Contains(a.AssignedBy) && a.State == AssignmentState.Open)
            .Where(a => a.Incoming.State == IncomingState.Directed && readable.Contains(a.IncomingId))
            .OrderBy(a => a.DueOn)
            .ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.DueOn,
                a.AskedDueOn,
                a.AskedReason,
                a.AssignedAt,
                a.Incoming.Subject,
                Holder = a.ToAccount != null ? a.ToAccount.FullName : a.ToUnit!.Name,
            })
            .Take(100)
            .ToListAsync(ct);
        if (asked.Count == 0)
            return null;
        return new(
            Name,
            asked.Count,
            "",
            [
                .. asked
                    .Take(perGroup)
                    .Select(a => new WaitingItem(
                        Name,
                        $"{a.Holder} xin gia hạn đến {a.AskedDueOn?.Show()}",
                        $"{a.Subject} (hạn {a.DueOn?.Show()}). Lý do: {a.AskedReason}",
                        null,
                        a.AssignedAt,
                        Pressure.Urgent,
                        "Trả lời",
                        $"/van-ban/phan-viec/{a.Id}/cho-gia-han"
                    )),
            ]
        );
    }

    /// <summary>Registered documents that their sender takes back.</summary>
    private async Task<WaitingGroup?> RecalledAsync(IReadOnlyList<Guid> units, int perGroup, CancellationToken ct)
    {
        const string Name = "Nơi gửi thu hồi, chờ trả lời";
        var recalled = await db
            .Incoming.AsNoTracking()
            .Where(d => units.Contains(d.UnitId) && d.RecallAskedAt != null && d.RecallAnsweredAt == null)
            .OrderBy(d => d.RecallAskedAt)
            .ThenBy(d => d.Id)
            .Take(100)
            .Select(Row)
            .ToListAsync(ct);
        return recalled.Count == 0
            ? null
            : new(
                Name,
                recalled.Count,
                "",
                [
                    .. recalled
                        .Take(perGroup)
                        .Select(r =>
                            Item(Name, "Trả lời", $"/van-ban/den/{r.Id}/thu-hoi", r, null, r.ReceivedAt) with
                            {
                                Pressure = Pressure.Urgent,
                            }
                        ),
                ]
            );
    }

    private static string StepOf(AssignmentRole role) =>
        role switch
        {
            AssignmentRole.Lead => "Xử lý (chủ trì)",
            AssignmentRole.Coordinate => "Xử lý (phối hợp)",
            _ => "Xem để biết",
        };

    private WaitingItem Item(string group, string step, string link, WaitingRow row, DateOnly? due, DateTime since)
    {
        var title = string.Join(
            " – ",
            new[] { row.NumberText, IncomingNames.Title(row.Subject, row.FileName, row.IsSealed) }.Where(t => t.Length > 0)
        );
        var detail =
            (row.Urgency == Urgency.Normal ? "" : row.Urgency.Name() + " · ")
            + (row.ArrivalNumber is { } number ? $"Số đến {number} · " : "")
            + row.Issuer;
        return new(group, title, detail, due, since, PressureOf(row.Urgency, due), step, link);
    }

    private Pressure PressureOf(Urgency urgency, DateOnly? due) =>
        (due?.DayNumber - time.Today().DayNumber) switch
        {
            < 0 => Pressure.Overdue,
            <= SoonDays => Pressure.DueSoon,
            _ => urgency == Urgency.Normal ? Pressure.Normal : Pressure.Urgent,
        };

    private static Expression<Func<IncomingDocument, WaitingRow>> Row =>
        d => new WaitingRow(
            d.Id,
            d.ArrivalNumber,
            d.NumberText,
            d.Subject,
            d.Issuer,
            d.Urgency,
            d.DueOn,
            d.ReceivedAt,
            d.Subject == "" ? d.Content.Attachments.Where(a => a.Ordinal == 1).Select(a => a.Name).FirstOrDefault() : null,
            d.IsSealed
        );

    private sealed record WaitingRow(
        Guid Id,
        int? ArrivalNumber,
        string NumberText,
        string Subject,
        string Issuer,
        Urgency Urgency,
        DateOnly? DueOn,
        DateTime ReceivedAt,
        string? FileName,
        bool IsSealed
    );
}
