using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

internal sealed class CloseInput
{
    /// <summary>Last day of the unit.</summary>
    public DateOnly? LastDay { get; set; }

    public string Decision { get; set; } = "";

    /// <summary>Code of the unit that carries on; may be empty.</summary>
    public string? SuccessorCode { get; set; }
}

/// <summary>
/// Ends a unit at a day. Nothing is deleted; whatever is below must be moved or closed first. What follows from it happens when the day is
/// over: at once when it is in the past.
/// </summary>
internal sealed class CloseUnit(UnionDb db, Work work, CloseOut closeOut, AuditTrail audit, UserContext user)
{
    public Task<Result> HandleAsync(Guid id, CloseInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct);
                if (unit is null || !user.Required.Can(Permissions.EditUnits, unit))
                    return Result.Refuse("Anh/chị không có quyền đóng đơn vị này.");
                var check = new Check()
                    .That(unit.ValidTo is null, "", "Đơn vị này đã đóng rồi.")
                    .That(unit.ParentId is not null, "", "Không đóng được đơn vị trên cùng.")
                    .That(input.LastDay is not null, nameof(input.LastDay), "Hãy nhập ngày hoạt động cuối cùng (dd/mm/yyyy).")
                    .That(
                        input.LastDay is null || input.LastDay >= unit.ValidFrom,
                        nameof(input.LastDay),
                        "Ngày đóng phải sau ngày thành lập."
                    )
                    .Filled(input.Decision, nameof(input.Decision), "Hãy nhập số quyết định.")
                    .AtMost(input.Decision, UnitName.MaxDecision, nameof(input.Decision), "Quyết định");
                var below = input.LastDay is { } last
                    ? await db.Units.CountAsync(u => u.ParentId == id && (u.ValidTo == null || u.ValidTo > last), ct)
                    : 0;
                check.That(below == 0, "", $"Còn {below} đơn vị đang hoạt động ở dưới; hãy chuyển hoặc đóng chúng trước.");
                Unit? successor = null;
                if (!string.IsNullOrWhiteSpace(input.SuccessorCode))
                {
                    var code = input.SuccessorCode.Trim();
                    successor = await db.Units.FirstOrDefaultAsync(u => u.Code == code, ct);
                    check.That(
                        successor is not null && successor.Id != id && successor.ValidTo is null,
                        nameof(input.SuccessorCode),
                        "Không có đơn vị đang hoạt động nào mang mã này."
                    );
                }
                if (!check.Ok)
                    return check.AsResult();
                unit.ValidTo = input.LastDay;
                unit.SuccessorId = successor?.Id;
                audit.Record(
                    "organisation.unit.closed",
                    id,
                    $"Đóng {unit.Name} từ hết ngày {input.LastDay!.Value.Show()} theo {input.Decision.Trim()}"
                        + (successor is null ? "" : $"; {successor.Name} kế thừa")
                );
                if (closeOut.IsDue(unit))
                    await closeOut.HandleAsync(unit, ct);
                return Result.Success;
            },
            ct
        );
}
