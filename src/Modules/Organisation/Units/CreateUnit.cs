using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

/// <summary>Founds a unit under another one.</summary>
internal sealed class CreateUnit(UnionDb db, Work work, Numbers numbers, KindRules rules, AuditTrail audit, UserContext user)
{
    /// <summary>The sequence from which every unit's ordinal comes, the demonstration's too.</summary>
    public const string Ordinals = "unit-ordinal";

    public Task<Result<Unit>> HandleAsync(UnitInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                // Nobody moves the unit above while its path is copied.
                await numbers.HoldAsync(Ordinals, ct);
                var parent = await db.Units.FirstOrDefaultAsync(u => u.Id == input.ParentId, ct);
                if (parent is null)
                    return Result<Unit>.Fail("Hãy chọn đơn vị cấp trên.", nameof(input.ParentId));
                if (!user.Required.Can(Permissions.EditUnits, parent))
                    return Result<Unit>.Refuse("Anh/chị không có quyền thêm đơn vị ở đây.");
                var from = input.ValidFrom ?? parent.ValidFrom;
                var check = await input.CheckAsync(db, null, ct);
                check.That(parent.LivesOn(from), nameof(input.ValidFrom), "Đơn vị cấp trên không hoạt động vào ngày này.");
                var allowed = await rules.AllowedUnderAsync(parent.KindCode, from, ct);
                var kinds = string.Join(", ", allowed.Select(k => k.Name));
                check.That(
                    allowed.Any(k => k.Code == input.KindCode),
                    nameof(input.KindCode),
                    $"Vào ngày {from.Show()}, dưới đơn vị này chỉ có thể là: {(allowed.Count == 0 ? "(không loại nào)" : kinds)}."
                );
                if (!check.Ok)
                    return Result<Unit>.Fail(check.Problems);
                var ordinal = await numbers.TakeAsync(Ordinals, ct);
                var unit = new Unit
                {
                    Id = Ids.New(),
                    Ordinal = ordinal,
                    Path = UnitPath.Under(parent.Path, ordinal),
                    ParentId = parent.Id,
                    KindCode = input.KindCode,
                    Code = input.Code.Trim(),
                    Name = input.Name.Trim(),
                    Symbol = input.Symbol.Trim(),
                    ValidFrom = from,
                };
                input.ApplyTo(unit);
                db.Add(unit);
                audit.Record("organisation.unit.created", unit.Id, $"Thêm đơn vị {unit.Name} ({unit.Code}) dưới {parent.Name}");
                return unit;
            },
            ct
        );
}
