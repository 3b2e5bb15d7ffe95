using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Merging;

/// <summary>One line of the comparison.</summary>
/// <param name="TakesOther">The program's own choice: the value of the entry that goes.</param>
internal sealed record MergeLine(MergeField Field, string Kept, string Other, bool TakesOther)
{
    /// <summary>Both entries say something, and not the same.</summary>
    public bool Differs => Kept.Length > 0 && Other.Length > 0 && Kept != Other;
}

/// <summary>Which entry is better kept, and which value of each line.</summary>
internal static class MergePlan
{
    public static IReadOnlyList<MergeLine> Lines(MemberRecord kept, MemberRecord other, FieldCipher cipher) =>
        [
            .. MergeField.All.Select(field => new MergeLine(
                field,
                field.Text(kept),
                field.Text(other),
                PrefersOther(field, kept, other, cipher)
            )),
        ];

    /// <summary>The one that counts as a member, that has a number, of which more is known, that was there first.</summary>
    public static bool IsBetterKept(MemberRecord one, MemberRecord other) => Worth(one).CompareTo(Worth(other)) >= 0;

    private static (bool, bool, int, DateTime) Worth(MemberRecord record) =>
        (
            record.Member.State is MemberState.Active or MemberState.Paused,
            record.Member.MemberNumber is not null,
            MergeField.All.Count(field => field.Text(record).Length > 0),
            DateTime.MaxValue.AddTicks(-record.Member.EnteredAt.Ticks)
        );

    /// <summary>What is known before what is not, what is fuller before what is not; else what stands in the entry that is kept.</summary>
    private static bool PrefersOther(MergeField field, MemberRecord kept, MemberRecord other, FieldCipher cipher)
    {
        var (mine, theirs) = (field.Text(kept), field.Text(other));
        if (theirs.Length == 0 || mine == theirs)
            return false;
        if (mine.Length == 0)
            return true;
        return field.Field switch
        {
            MemberField.FullName => IsWithoutMarks(mine) && !IsWithoutMarks(theirs),
            MemberField.Born => kept.Member.BornOn is null && other.Member.BornOn is not null,
            MemberField.NationalId => !Fits(kept.Member, cipher) && Fits(other.Member, cipher),
            _ => false,
        };
    }

    private static bool IsWithoutMarks(string name) => string.Equals(Fold.Text(name), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Sex and year, which stand in the number, are those of the person.</summary>
    private static bool Fits(Member member, FieldCipher cipher)
    {
        if (member.NationalIdSealed is not { } sealedId)
            return false;
        var number = new NationalId(cipher.Open(sealedId));
        return number.Sex == member.Sex && number.BirthYear == member.BirthYear;
    }
}
