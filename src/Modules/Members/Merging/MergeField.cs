using DoanKet.Kernel;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;

namespace DoanKet.Modules.Members.Merging;

/// <summary>What two entries of one person are compared in, line by line.</summary>
/// <param name="Text">As shown; empty when nothing is known.</param>
/// <param name="Copy">Brings the value of the second entry into the first.</param>
/// <param name="IsSensitive">Shown only to those who may see it, and carried over unseen by the others.</param>
internal sealed record MergeField(
    MemberField Field,
    Func<MemberRecord, string> Text,
    Action<MemberRecord, MemberRecord> Copy,
    bool IsSensitive = false
)
{
    public string Name => MemberHeadings.Name(Field);

    public static IReadOnlyList<MergeField> All { get; } =
    [
        new(MemberField.FullName, r => r.Member.FullName, (to, from) => to.Member.Rename(from.Member.FullName)),
        new(MemberField.Born, r => r.Member.Born?.ToString() ?? "", (to, from) => to.Member.Born = from.Member.Born),
        new(MemberField.Sex, r => r.Member.Sex?.Name() ?? "", (to, from) => to.Member.Sex = from.Member.Sex),
        // Sealed: compared by its keyed hash, and shown by the page.
        new(
            MemberField.NationalId,
            r => r.Member.NationalIdKey?.ToString() ?? "",
            (to, from) => (to.Member.NationalIdSealed, to.Member.NationalIdKey) = (from.Member.NationalIdSealed, from.Member.NationalIdKey)
        ),
        new(MemberField.IdIssuedOn, r => Day(r.Profile.IdIssuedOn), (to, from) => to.Profile.IdIssuedOn = from.Profile.IdIssuedOn),
        new(MemberField.IdIssuedBy, r => r.Profile.IdIssuedBy, (to, from) => to.Profile.IdIssuedBy = from.Profile.IdIssuedBy),
        new(MemberField.Phone, r => r.Member.Phone, (to, from) => to.Member.Phone = from.Member.Phone),
        new(MemberField.Email, r => r.Member.Email, (to, from) => to.Member.Email = from.Member.Email),
        new(MemberField.MemberNumber, r => r.Member.MemberNumber ?? "", (to, from) => to.Member.MemberNumber = from.Member.MemberNumber),
        new(MemberField.JoinedOn, r => Day(r.Member.JoinedOn), (to, from) => to.Member.JoinedOn = from.Member.JoinedOn),
        new(MemberField.UnionPost, r => r.Profile.UnionPost, (to, from) => to.Profile.UnionPost = from.Profile.UnionPost),
        new(MemberField.OldCard, r => r.Profile.OldCardNumber, (to, from) => to.Profile.OldCardNumber = from.Profile.OldCardNumber),
        new(MemberField.Department, r => r.Member.Department, (to, from) => to.Member.Department = from.Member.Department),
        new(MemberField.Position, r => r.Member.Position, (to, from) => to.Member.Position = from.Member.Position),
        new(MemberField.WorkFrom, r => Day(r.Profile.WorkFrom), (to, from) => to.Profile.WorkFrom = from.Profile.WorkFrom),
        new(MemberField.Contract, r => r.Profile.ContractKind, (to, from) => to.Profile.ContractKind = from.Profile.ContractKind),
        new(MemberField.Insurance, r => r.Profile.InsuranceNumber, (to, from) => to.Profile.InsuranceNumber = from.Profile.InsuranceNumber),
        new(MemberField.HomeTown, r => r.Profile.HomeTown, (to, from) => to.Profile.HomeTown = from.Profile.HomeTown),
        new(MemberField.Residence, r => r.Profile.Residence, (to, from) => to.Profile.Residence = from.Profile.Residence),
        new(MemberField.Education, r => r.Profile.Education, (to, from) => to.Profile.Education = from.Profile.Education),
        new(MemberField.Qualification, r => r.Profile.Qualification, (to, from) => to.Profile.Qualification = from.Profile.Qualification),
        new(
            MemberField.PoliticalTheory,
            r => r.Profile.PoliticalTheory,
            (to, from) => to.Profile.PoliticalTheory = from.Profile.PoliticalTheory
        ),
        new(MemberField.Note, r => r.Profile.Note, (to, from) => to.Profile.Note = from.Profile.Note),
        new(MemberField.Ethnicity, r => r.Sensitive.Ethnicity, (to, from) => to.Sensitive.Ethnicity = from.Sensitive.Ethnicity, true),
        new(MemberField.Religion, r => r.Sensitive.Religion, (to, from) => to.Sensitive.Religion = from.Sensitive.Religion, true),
        new(
            MemberField.IsPartyMember,
            r => r.Sensitive.IsPartyMember ? "có" : "",
            (to, from) => to.Sensitive.IsPartyMember = from.Sensitive.IsPartyMember,
            true
        ),
        new(
            MemberField.PartyJoinedOn,
            r => Day(r.Sensitive.PartyJoinedOn),
            (to, from) => to.Sensitive.PartyJoinedOn = from.Sensitive.PartyJoinedOn,
            true
        ),
    ];

    private static string Day(DateOnly? day) => day?.Show() ?? "";
}
