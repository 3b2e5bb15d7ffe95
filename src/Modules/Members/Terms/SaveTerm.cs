using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Terms;

internal sealed class TermInput
{
    public string Name { get; set; } = "";

    public DateOnly? FromOn { get; set; }

    public DateOnly? ToOn { get; set; }

    public DateOnly? NextCongressOn { get; set; }

    public string DecisionNumber { get; set; } = "";

    public static TermInput Of(UnionTerm term) =>
        new()
        {
            Name = term.Name,
            FromOn = term.FromOn,
            ToOn = term.ToOn,
            NextCongressOn = term.NextCongressOn,
            DecisionNumber = term.DecisionNumber,
        };
}

/// <summary>Begins a term of a union, or mends what was written of it.</summary>
internal sealed class SaveTerm(UnionDb db, Work work, AuditTrail audit, UserContext user)
{
    private const int LongestYears = 10;

    /// <param name="termId">Null for a new one.</param>
    public Task<Result> HandleAsync(Guid unitId, Guid? termId, TermInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Unit>(db, unitId, ct);
                var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct);
                if (unit is null || !user.Required.Can(Permissions.Edit, unit))
                    return Result.Refuse("Anh/chị không có quyền ghi nhiệm kỳ của đơn vị này.");
                var term = await db.UnionTerms.FirstOrDefaultAsync(t => t.Id == termId && t.UnitId == unitId, ct);
                if (termId is not null && term is null)
                    return Result.Refuse("Nhiệm kỳ này không phải của đơn vị.");
                var check = await ReadAsync(unitId, termId, input, ct);
                if (!check.Ok)
                    return check.AsResult();
                if (term is null)
                    db.Add(
                        term = new()
                        {
                            Id = Ids.New(),
                            UnitId = unitId,
                            Name = "",
                        }
                    );
                (term.Name, term.DecisionNumber) = (input.Name.Trim(), input.DecisionNumber.Trim());
                (term.FromOn, term.ToOn, term.NextCongressOn) = (input.FromOn!.Value, input.ToOn!.Value, input.NextCongressOn);
                audit.Record("members.term.saved", term.Id, $"Ghi nhiệm kỳ {term.Name} của {unit.Name}");
                return Result.Success;
            },
            ct
        );

    private async Task<Check> ReadAsync(Guid unitId, Guid? termId, TermInput input, CancellationToken ct)
    {
        var (from, to) = (input.FromOn, input.ToOn);
        var overlaps = await db.UnionTerms.AnyAsync(t => t.UnitId == unitId && t.Id != termId && t.FromOn < to && t.ToOn > from, ct);
        return new Check()
            .Filled(input.Name, nameof(input.Name), "Hãy ghi tên nhiệm kỳ, ví dụ “Khóa XX, 2023–2028”.")
            .AtMost(input.Name, UnionTerm.MaxName, nameof(input.Name), "Tên nhiệm kỳ")
            .AtMost(input.DecisionNumber, UnionTerm.MaxDecision, nameof(input.DecisionNumber), "Số quyết định")
            .That(from is not null, nameof(input.FromOn), "Hãy ghi ngày đại hội.")
            .That(to is not null, nameof(input.ToOn), "Hãy ghi ngày hết nhiệm kỳ.")
            .That(from is null || to is null || to > from, nameof(input.ToOn), "Nhiệm kỳ phải hết sau ngày đại hội.")
            .That(
                from is null || to is null || to <= from.Value.AddYears(LongestYears),
                nameof(input.ToOn),
                $"Nhiệm kỳ dài hơn {LongestYears} năm; hãy xem lại."
            )
            .That(!overlaps, nameof(input.FromOn), "Trùng thời gian với một nhiệm kỳ khác của đơn vị.")
            .That(
                input.NextCongressOn is null || from is null || input.NextCongressOn > from,
                nameof(input.NextCongressOn),
                "Đại hội tới phải sau đại hội này."
            );
    }
}
