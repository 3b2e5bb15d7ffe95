using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Units;

internal sealed class MoveInput
{
    /// <summary>Code of the unit under which it will stand.</summary>
    public string ParentCode { get; set; } = "";

    /// <summary>First day at the new place.</summary>
    public DateOnly? From { get; set; }

    public string Decision { get; set; } = "";
}

/// <summary>
/// Puts a unit, with everything below it, under another one. Rights that reach "everything below" follow at once; what is found by words
/// at the levels above follows by a job.
/// </summary>
internal sealed class MoveUnit(
    UnionDb db,
    Work work,
    Numbers numbers,
    KindRules rules,
    RenewSearchQueue search,
    AuditTrail audit,
    UserContext user,
    TimeProvider time
)
{
    public Task<Result> HandleAsync(Guid id, MoveInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                // Nobody founds a unit below while paths change.
                await numbers.HoldAsync(CreateUnit.Ordinals, ct);
                var unit = await db.Units.Include(u => u.Parent).FirstOrDefaultAsync(u => u.Id == id, ct);
                if (unit is null || !user.Required.Can(Permissions.EditUnits, unit))
                    return Result.Refuse("Anh/chị không có quyền chuyển đơn vị này.");
                var code = input.ParentCode.Trim();
                var parent = await db.Units.FirstOrDefaultAsync(u => u.Code == code, ct);
                var from = input.From ?? time.Today();
                var check = await CheckAsync(unit, parent, from, input.Decision, ct);
                if (!check.Ok)
                    return check.AsResult();
                var before = unit.Parent!;
                db.Add(
                    new UnitPlace
                    {
                        Id = Ids.New(),
                        UnitId = unit.Id,
                        ParentId = before.Id,
                        Until = from.AddDays(-1),
                        Decision = input.Decision.Trim(),
                    }
                );
                unit.ParentId = parent!.Id;
                await db.SaveChangesAsync(ct);
                var path = UnitPath.Under(parent.Path, unit.Ordinal);
                await MovePathsAsync(unit.Path, path, ct);
                search.Add(path);
                audit.Record(
                    "organisation.unit.moved",
                    id,
                    $"Chuyển {unit.Name} từ {before.Name} sang {parent.Name} từ {from.Show()} theo {input.Decision.Trim()}"
                );
                return Result.Success;
            },
            ct
        );

    /// <summary>The unit and all below it, by one statement: however many they are. The old path stands in each of them once, for no
    /// ordinal comes twice in a path.</summary>
    private Task<int> MovePathsAsync(string from, string to, CancellationToken ct) =>
        db.Units.Within(from).ExecuteUpdateAsync(set => set.SetProperty(u => u.Path, u => u.Path.Replace(from, to)), ct);

    private async Task<Check> CheckAsync(Unit unit, Unit? parent, DateOnly from, string decision, CancellationToken ct)
    {
        const string Field = nameof(MoveInput.ParentCode);
        var lastMove = await db.Set<UnitPlace>().Where(p => p.UnitId == unit.Id).MaxAsync(p => (DateOnly?)p.Until, ct);
        var check = new Check()
            .That(unit.ParentId is not null, "", "Không chuyển được đơn vị trên cùng.")
            .That(unit.ValidTo is null, "", "Đơn vị này đã đóng, không chuyển được nữa.")
            .That(parent is not null && parent.ValidTo is null, Field, "Không có đơn vị đang hoạt động nào mang mã này.")
            .Filled(decision, nameof(MoveInput.Decision), "Hãy nhập số quyết định.")
            .AtMost(decision, UnitPlace.MaxDecision, nameof(MoveInput.Decision), "Quyết định")
            .That(from <= time.Today(), nameof(MoveInput.From), "Ngày chuyển chưa tới; hãy nhập vào ngày quyết định có hiệu lực.")
            .That(
                from > unit.ValidFrom && (lastMove is null || from > lastMove.Value.AddDays(1)),
                nameof(MoveInput.From),
                "Ngày chuyển phải sau ngày thành lập và sau lần chuyển trước."
            );
        if (parent is null)
            return check;
        check
            .That(user.Required.Can(Permissions.EditUnits, parent), Field, "Anh/chị không có quyền ở đơn vị này.")
            .That(parent.Id != unit.ParentId, Field, "Đơn vị đang ở dưới đơn vị này rồi.")
            .That(!UnitPath.IsWithin(parent.Path, unit.Path), Field, "Không chuyển được một đơn vị xuống dưới chính nó.");
        var allowed = await rules.AllowedUnderAsync(parent.KindCode, from, ct);
        var kinds = allowed.Count == 0 ? "(không loại nào)" : string.Join(", ", allowed.Select(kind => kind.Name));
        return check.That(
            allowed.Any(kind => kind.Code == unit.KindCode),
            Field,
            $"Vào ngày {from.Show()}, dưới {parent.Name} chỉ có thể là: {kinds}."
        );
    }
}
