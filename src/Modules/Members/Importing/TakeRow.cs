using DoanKet.Modules.Members.Shared;

namespace DoanKet.Modules.Members.Importing;

/// <summary>How a row of a list changes a member.</summary>
internal static class TakeRow
{
    /// <summary>Puts what the list says over what is known; what it does not say stays.</summary>
    /// <returns>True when anything changed.</returns>
    public static bool Take(this MemberRecord record, MemberRow row)
    {
        var (member, profile, sensitive) = record;
        var changed = false;
        if (row.FullName != member.FullName)
        {
            member.Rename(row.FullName);
            changed = true;
        }
        if (row.Sex is { } sex && sex != member.Sex)
        {
            member.Sex = sex;
            changed = true;
        }
        // A year says less than a day of that year.
        if (row.Born is { } born && born != member.Born && !(born.Day is null && member.BirthYear == born.Year))
        {
            member.Born = born;
            changed = true;
        }
        changed |= Put(row.Phone, member.Phone, value => member.Phone = value);
        changed |= Put(row, MemberField.Email, member.Email, value => member.Email = value);
        changed |= Put(row, MemberField.Department, member.Department, value => member.Department = value);
        changed |= Put(row, MemberField.Position, member.Position, value => member.Position = value);
        changed |= Put(row, MemberField.MemberNumber, member.MemberNumber ?? "", value => member.MemberNumber = value);
        changed |= Put(row.JoinedOn, member.JoinedOn, value => member.JoinedOn = value);
        changed |= Put(row.IdIssuedOn, profile.IdIssuedOn, value => profile.IdIssuedOn = value);
        changed |= Put(row.WorkFrom, profile.WorkFrom, value => profile.WorkFrom = value);
        changed |= Put(row, MemberField.IdIssuedBy, profile.IdIssuedBy, value => profile.IdIssuedBy = value);
        changed |= Put(row, MemberField.HomeTown, profile.HomeTown, value => profile.HomeTown = value);
        changed |= Put(row, MemberField.Residence, profile.Residence, value => profile.Residence = value);
        changed |= Put(row, MemberField.Contract, profile.ContractKind, value => profile.ContractKind = value);
        changed |= Put(row, MemberField.Insurance, profile.InsuranceNumber, value => profile.InsuranceNumber = value);
        changed |= Put(row, MemberField.Education, profile.Education, value => profile.Education = value);
        changed |= Put(row, MemberField.Qualification, profile.Qualification, value => profile.Qualification = value);
        changed |= Put(row, MemberField.PoliticalTheory, profile.PoliticalTheory, value => profile.PoliticalTheory = value);
        changed |= Put(row, MemberField.UnionPost, profile.UnionPost, value => profile.UnionPost = value);
        changed |= Put(row, MemberField.OldCard, profile.OldCardNumber, value => profile.OldCardNumber = value);
        changed |= Put(row, MemberField.Note, profile.Note, value => profile.Note = value);
        changed |= Put(row, MemberField.Ethnicity, sensitive.Ethnicity, value => sensitive.Ethnicity = value);
        changed |= Put(row, MemberField.Religion, sensitive.Religion, value => sensitive.Religion = value);
        changed |= Put(row.PartyJoinedOn, sensitive.PartyJoinedOn, value => sensitive.PartyJoinedOn = value);
        if (row.IsPartyMember == true && !sensitive.IsPartyMember)
        {
            sensitive.IsPartyMember = true;
            changed = true;
        }
        return changed;
    }

    private static bool Put(MemberRow row, MemberField field, string known, Action<string> set) => Put(row.Text(field), known, set);

    private static bool Put(string? said, string known, Action<string> set)
    {
        if (string.IsNullOrEmpty(said) || said == known)
            return false;
        set(said);
        return true;
    }

    private static bool Put(DateOnly? said, DateOnly? known, Action<DateOnly> set)
    {
        if (said is not { } day || day == known)
            return false;
        set(day);
        return true;
    }
}
