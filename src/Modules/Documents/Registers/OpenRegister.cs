using System.Runtime.CompilerServices;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>A book of the unit for which the person acts.</summary>
internal sealed record OpenedRegister(IRegister Register, RegisterQuery Query, ActingUnit Unit)
{
    private const int AtOnce = 200;

    public string Title => Register.Title(Query.BookCode, Query.Year);

    /// <summary>All lines of the part that was asked for, not held in memory.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> LinesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ; )
        {
            var rows = await Register.ReadAsync(Query, after, AtOnce, ct);
            foreach (var row in rows)
                yield return row.Cells;
            if (rows.Count < AtOnce)
                yield break;
            after = rows[^1].Number;
        }
    }

    /// <summary>"từ số 01 đến số 120": as asked for, or as the part has them.</summary>
    public string Numbers(RegisterSpan span) =>
        $"từ số {Show(Query.FirstNumber ?? span.FirstNumber)} đến số {Show(Query.LastNumber ?? span.LastNumber)}";

    private static string Show(int? number) => number is { } known ? RegisterWording.Number(known) : "…";
}

/// <summary>Finds the book that was asked for and asks whether the person may read the unit's books.</summary>
internal sealed class OpenRegister(IEnumerable<IRegister> registers, UserContext user, ActingOffice office, TimeProvider time)
{
    /// <summary>Null when there is no such book, or it is not for this person.</summary>
    public async Task<OpenedRegister?> HandleAsync(string slug, RegisterForm form, CancellationToken ct)
    {
        if (
            registers.FirstOrDefault(r => r.Slug == slug) is not { } register
            || await office.FindAsync(ct) is not { } unit
            || !user.Required.Can(Permissions.ReadBooks, unit.Id, unit.Path)
        )
            return null;
        return new(register, form.Query(unit.Id, time.Today()), unit);
    }
}
