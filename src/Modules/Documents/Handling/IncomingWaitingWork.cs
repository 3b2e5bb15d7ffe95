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
        var (clerkOf, receiving) = (user.UnitsWhere(Permissions.Register), user.UnitsWhere(Permissions.Acknowledge));
        var today = time.Today();
        var groups = new GroupsCountedTogether();
        AddState("Được gửi đến, chờ xác nhận", "Đã nhận và vào sổ", AcknowledgePage, [.. receiving.Except(clerkOf)], IncomingState.Arrived);
        AddState("Chờ vào sổ", "Vào sổ", "/vao-so", clerkOf, IncomingState.Arrived);
        AddState("Chờ chỉ đạo", "Cho ý kiến", "/chi-dao", user.UnitsWhere(Permissions.Direct), IncomingState.Registered);
        var assigned = AssignedTo(user);
        groups.Add(assigned.Select(a => a.DueOn < today), size => AssignedAsync(assigned, size, perGroup, ct));
        var asked = AskedOf(user);
        groups.Add(asked.Select(_ => false), size => AskedAsync(asked, size, perGroup, ct));
        if (clerkOf.Union(receiving).ToList() is { Count: > 0 } answering)
        {
            var recalled = RecalledFrom(answering);
            groups.Add(recalled.Select(_ => false), size => RecalledAsync(recalled, size, perGroup, ct));
        }
        return await groups.ReadAsync(ct);

        void AddState(string name, string step, string page, IReadOnlyList<Guid> units, IncomingState state)
        {
            if (units.Count == 0)
                return;
            // The state by itself: of a state that it does not know beforehand, a plan made once would expect too much.
            var waiting = db.Incoming.AsNoTracking().WhereOneOf(d => d.UnitId, units).Where(d => d.State == EF.Constant(state));
            groups.Add(
                waiting.Select(d => d.DueOn < today),
                size => InStateAsync(waiting, size, new(name, step, page, state.Slug()), perGroup, ct)
            );
        }
    }

    /// <param name="Page">Of the step, behind the address of a document.</param>
    private sealed record StateGroup(string Name, string Step, string Page, string Slug);

    private async Task<WaitingGroup> InStateAsync(
        IQueryable<IncomingDocument> waiting,
        GroupSize size,
        StateGroup group,
        int perGroup,
        CancellationToken ct
    )
    {
        var today = time.Today();
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
            group.Name,
            size.Count,
            $"/van-ban/den?trang-thai={group.Slug}",
            [
                .. rows.Select(r =>
                    Item(group.Name, group.Step, $"/van-ban/den/{r.Id}{group.Page}", r, r.DueOn, r.ReceivedAt) with
                    {
                        Page = group.Page == AcknowledgePage ? $"/van-ban/den/{r.Id}" : null,
                    }
                ),
            ],
            size.Overdue
        );
    }

    /// <summary>Open parts of a person; a document given to a person and to the person's board stands once, with the weightier
    /// part.</summary>
    private IQueryable<Assignment> AssignedTo(CurrentUser user)
    {
        var mine = db
            .Assignments.AsNoTracking()
            .Where(IncomingAccess.MineOf(user))
            .Where(a => a.State == AssignmentState.Open && a.Incoming.State == IncomingState.Directed);
        return mine.Where(a =>
            !mine.Any(b => b.IncomingId == a.IncomingId && (b.Role < a.Role || (b.Role == a.Role && b.Id.CompareTo(a.Id) < 0)))
        );
    }

    private async Task<WaitingGroup> AssignedAsync(IQueryable<Assignment> open, GroupSize size, int perGroup, CancellationToken ct)
    {
        const string Name = "Được giao cho tôi hoặc đơn vị tôi";
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
            size.Count,
            "/van-ban/den/duoc-giao",
            [.. rows.Select(r => Item(Name, StepOf(r.Role), $"/van-ban/den/{r.Document.Id}", r.Document, r.DueOn, r.AssignedAt))],
            size.Overdue
        );
    }

    /// <summary>Questions for more time by those to whom the person gave a part.</summary>
    private IQueryable<Assignment> AskedOf(CurrentUser user)
    {
        var readable = db.Incoming.ReadableBy(db, user).Select(d => d.Id);
        return db
            .Assignments.AsNoTracking()
            .WhereOneOf(a => a.AssignedBy, user.AccountIds)
            .Where(a => a.AskedDueOn != null && a.State == AssignmentState.Open)
            .Where(a => a.Incoming.State == IncomingState.Directed && readable.Contains(a.IncomingId));
    }

    private static async Task<WaitingGroup> AskedAsync(IQueryable<Assignment> rows, GroupSize size, int perGroup, CancellationToken ct)
    {
        const string Name = "Xin gia hạn";
        var asked = await rows.OrderBy(a => a.DueOn)
            .ThenBy(a => a.Id)
            .Take(perGroup)
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
            .ToListAsync(ct);
        return new(
            Name,
            size.Count,
            "",
            [
                .. asked.Select(a => new WaitingItem(
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
    private IQueryable<IncomingDocument> RecalledFrom(IReadOnlyList<Guid> units) =>
        db.Incoming.AsNoTracking().WhereOneOf(d => d.UnitId, units).Where(d => d.RecallAskedAt != null && d.RecallAnsweredAt == null);

    private async Task<WaitingGroup> RecalledAsync(IQueryable<IncomingDocument> rows, GroupSize size, int perGroup, CancellationToken ct)
    {
        const string Name = "Nơi gửi thu hồi, chờ trả lời";
        var recalled = await rows.OrderBy(d => d.RecallAskedAt).ThenBy(d => d.Id).Take(perGroup).Select(Row).ToListAsync(ct);
        return new(
            Name,
            size.Count,
            "",
            [
                .. recalled.Select(r =>
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
