using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Registry;

/// <summary>
/// The members whom somebody means by a few typed words: an identity number, a phone, a member number, or parts of a name without tone
/// marks.
/// </summary>
internal static class FindMembers
{
    /// <summary>How many ways are always asked: with three words and more the last way looks at many names for a rare gain.</summary>
    public static int AllAsked(string typed) => !typed.Any(char.IsAsciiDigit) && Fold.Words(typed).Length > 2 ? 2 : 3;

    /// <summary>
    /// What the words may mean, the likeliest first. Each is one range of one index in the index's order: asked together, with "or"
    /// between, a database would look through all members. What stands behind <see cref="AllAsked"/> is asked only when the ones before
    /// found nobody.
    /// </summary>
    /// <param name="members">Those whom the person may see.</param>
    public static IReadOnlyList<IQueryable<Member>> Meant(this IQueryable<Member> members, string typed, FieldCipher cipher)
    {
        if (!typed.Any(char.IsAsciiDigit))
            return members.Named(Fold.Words(typed));
        // How member numbers look is not known here: digits may be one as well as a number or a phone.
        var number = typed.Trim();
        List<IQueryable<Member>> meant = [members.Where(m => m.MemberNumber == number)];
        if (NationalId.Read(typed, out _) is { } id)
        {
            var key = cipher.Hash(Member.NationalIdPurpose, id.Digits);
            meant.Add(members.Where(m => m.NationalIdKey == key));
        }
        if (PhoneNumber.Read(typed, out _) is { } phone)
            // The index holds those who have one.
            meant.Add(members.Where(m => m.Phone == phone && m.Phone != "").OrderBy(m => m.Id));
        return meant;
    }

    /// <summary>"van an" ends a name, "nguyen van" begins one, and "nguyen an" leaves out what is between.</summary>
    private static List<IQueryable<Member>> Named(this IQueryable<Member> members, string[] words)
    {
        if (words.Length == 0)
            return [];
        var backward = string.Join(' ', words.Reverse());
        var forward = string.Join(' ', words);
        var (backwardEnd, forwardEnd) = (EndOf(backward), EndOf(forward));
        List<IQueryable<Member>> meant =
        [
            members
                .Where(m => m.NameBackward.CompareTo(backward) >= 0 && m.NameBackward.CompareTo(backwardEnd) < 0)
                .OrderBy(m => m.NameBackward)
                .ThenBy(m => m.Id),
            members
                .Where(m => m.NameFold.CompareTo(forward) >= 0 && m.NameFold.CompareTo(forwardEnd) < 0)
                .OrderBy(m => m.NameFold)
                .ThenBy(m => m.Id),
        ];
        if (words.Length > 1)
        {
            var ends = $"{words[^1]} {words[0]}";
            var endsEnd = EndOf(ends);
            var parted = members.Where(m => m.NameEnds.CompareTo(ends) >= 0 && m.NameEnds.CompareTo(endsEnd) < 0);
            foreach (var word in words[1..^1])
                parted = parted.Where(m => m.NameFold.Contains(" " + word + " "));
            meant.Add(parted.OrderBy(m => m.NameEnds).ThenBy(m => m.Id));
        }
        return meant;
    }

    /// <summary>The first text after all that begin so: folded names hold letters, digits and single spaces.</summary>
    private static string EndOf(string begin) => begin + "~";
}
