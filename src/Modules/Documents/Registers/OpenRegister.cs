using DoanKet.Kernel;
using DoanKet.Kernel.Access;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>A book of the unit for which the person acts.</summary>
internal sealed record OpenedRegister(IRegister Register, RegisterQuery Query, ActingUnit Unit)
{
    public string Title => Register.Title(Query.BookCode, Query.Year);
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
