using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

internal sealed class RenameInput
{
    public string Name { get; set; } = "";

    /// <summary>First day of the new name.</summary>
    public DateOnly? From { get; set; }

    public string Decision { get; set; } = "";
}

/// <summary>Gives a unit a new name from a day on; the old one is kept for everything of its time.</summary>
internal sealed class RenameUnit(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid id, RenameInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct);
                if (unit is null || !user.Required.Can(Permissions.EditUnits, unit))
                    return Result.Refuse("Anh/chị không có quyền đổi tên đơn vị này.");
                var from = input.From ?? time.Today();
                var lastChange = await db.Set<UnitName>().Where(n => n.UnitId == id).MaxAsync(n => (DateOnly?)n.Until, ct);
                var check = new Check()
                    .Filled(input.Name, nameof(input.Name), "Hãy nhập tên mới.")
                    .AtMost(input.Name, Unit.MaxName, nameof(input.Name), "Tên mới")
                    .That(input.Name.Trim() != unit.Name, nameof(input.Name), "Tên mới giống tên hiện tại.")
                    .Filled(input.Decision, nameof(input.Decision), "Hãy nhập số quyết định đổi tên.")
                    .AtMost(input.Decision, UnitName.MaxDecision, nameof(input.Decision), "Quyết định")
                    .That(from <= time.Today(), nameof(input.From), "Ngày đổi tên chưa tới; hãy nhập vào ngày tên mới có hiệu lực.")
                    .That(
                        from > unit.ValidFrom && (lastChange is null || from > lastChange.Value.AddDays(1)),
                        nameof(input.From),
                        "Ngày đổi tên phải sau ngày thành lập và sau lần đổi tên trước."
                    );
                if (!check.Ok)
                    return check.AsResult();
                db.Add(
                    new UnitName
                    {
                        Id = Ids.New(),
                        UnitId = id,
                        Name = unit.Name,
                        Until = from.AddDays(-1),
                        Decision = input.Decision.Trim(),
                    }
                );
                audit.Record(
                    "organisation.unit.renamed",
                    id,
                    $"Đổi tên {unit.Name} thành {input.Name.Trim()} từ {from.Show()} theo {input.Decision.Trim()}"
                );
                unit.Rename(input.Name.Trim());
                return Result.Success;
            },
            ct
        );
}
