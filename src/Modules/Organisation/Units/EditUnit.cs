using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>Changes a unit's codes and contacts.</summary>
internal sealed class EditUnit(UnionDb db, Work work, AuditTrail audit, UserContext user)
{
    public Task<Result> HandleAsync(Guid id, UnitInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var unit = await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct);
                if (unit is null || !user.Required.Can(Permissions.EditUnits, unit))
                    return Result.Refuse("Anh/chị không có quyền sửa đơn vị này.");
                input.Name = unit.Name;
                var check = await input.CheckAsync(db, id, ct);
                check.That(unit.Version == input.Version, "", "Người khác vừa sửa đơn vị này; hãy tải lại trang rồi sửa lại.");
                if (!check.Ok)
                    return check.AsResult();
                input.ApplyTo(unit);
                audit.Record("organisation.unit.edited", unit.Id, $"Sửa thông tin đơn vị {unit.Name} ({unit.Code})");
                return Result.Success;
            },
            ct
        );
}
