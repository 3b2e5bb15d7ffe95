using DoanKet.Kernel.Access;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Members.Exporting;

/// <summary>A column of a list that is taken out, under the heading by which the import knows it again.</summary>
/// <param name="Needs">Beside reading; null for what everybody sees who sees the member.</param>
internal sealed record ExportColumn(MemberField Field, Permission? Needs, Func<MemberRecord, object?> Value)
{
    public string Heading => MemberHeadings.Name(Field);

    public SheetColumn Sheet => new(Heading, Width: Field == MemberField.FullName ? 28 : 18, IsDay ? SheetColumn.Day : null);

    private bool IsDay => Field is MemberField.IdIssuedOn or MemberField.JoinedOn or MemberField.WorkFrom or MemberField.PartyJoinedOn;

    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new(MemberField.UnitCode, null, r => r.Member.Unit.Code),
        new(MemberField.FullName, null, r => r.Member.FullName),
        new(MemberField.Born, null, r => r.Member.Born?.ToString()),
        new(MemberField.Sex, null, r => r.Member.Sex?.Name()),
        new(MemberField.Phone, null, r => r.Member.Phone),
        new(MemberField.Email, null, r => r.Member.Email),
        new(MemberField.Department, null, r => r.Member.Department),
        new(MemberField.Position, null, r => r.Member.Position),
        new(MemberField.JoinedOn, null, r => r.Member.JoinedOn),
        new(MemberField.MemberNumber, null, r => r.Member.MemberNumber),
        // Sealed in the row; put in by who may open it.
        new(MemberField.NationalId, Permissions.NationalId, _ => null),
        new(MemberField.IdIssuedOn, Permissions.NationalId, r => r.Profile.IdIssuedOn),
        new(MemberField.IdIssuedBy, Permissions.NationalId, r => r.Profile.IdIssuedBy),
        new(MemberField.HomeTown, null, r => r.Profile.HomeTown),
        new(MemberField.Residence, null, r => r.Profile.Residence),
        new(MemberField.WorkFrom, null, r => r.Profile.WorkFrom),
        new(MemberField.Contract, null, r => r.Profile.ContractKind),
        new(MemberField.Insurance, null, r => r.Profile.InsuranceNumber),
        new(MemberField.Education, null, r => r.Profile.Education),
        new(MemberField.Qualification, null, r => r.Profile.Qualification),
        new(MemberField.PoliticalTheory, null, r => r.Profile.PoliticalTheory),
        new(MemberField.UnionPost, null, r => r.Profile.UnionPost),
        new(MemberField.OldCard, null, r => r.Profile.OldCardNumber),
        new(MemberField.Note, null, r => r.Profile.Note),
        new(MemberField.Ethnicity, Permissions.Sensitive, r => r.Sensitive.Ethnicity),
        new(MemberField.Religion, Permissions.Sensitive, r => r.Sensitive.Religion),
        new(MemberField.IsPartyMember, Permissions.Sensitive, r => r.Sensitive.IsPartyMember ? "x" : ""),
        new(MemberField.PartyJoinedOn, Permissions.Sensitive, r => r.Sensitive.PartyJoinedOn),
    ];

    public static IEnumerable<ExportColumn> OpenTo(CurrentUser person) => All.Where(c => c.Needs is null || person.Can(c.Needs));
}
