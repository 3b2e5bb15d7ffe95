using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Registry;

/// <summary>
/// Keeps the members that somebody means by a few typed words: identity number, phone, member number, or parts of a name without tone
/// marks. Each way is one range of an index.
/// </summary>
internal static class FindMembers
{
    public static IQueryable<Member> Meaning(this IQueryable<Member> members, string? typed, FieldCipher cipher)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return members;
        if (NationalId.Read(typed, out _) is { } id)
        {
            var key = cipher.Hash(Member.NationalIdPurpose, id.Digits);
            return members.Where(m => m.NationalIdKey == key);
        }
        if (PhoneNumber.Read(typed, out _) is { } phone)
            return members.Where(m => m.Phone == phone);
        return typed.Any(char.IsAsciiDigit) ? members.Numbered(typed.Trim()) : members.Named(typed);
    }

    private static IQueryable<Member> Numbered(this IQueryable<Member> members, string number) =>
        members.Where(m => m.MemberNumber == number);

    /// <summary>"nguyen van" begins a name, "van an" ends one, and "nguyen an" leaves out what is between.</summary>
    private static IQueryable<Member> Named(this IQueryable<Member> members, string typed)
    {
        var words = Fold.Words(typed);
        if (words.Length == 0)
            return members.Where(_ => false);
        var forward = string.Join(' ', words);
        var forwardEnd = EndOf(forward);
        var backward = string.Join(' ', words.Reverse());
        var backwardEnd = EndOf(backward);
        if (words.Length == 1)
            return members.Where(m =>
                (m.NameFold.CompareTo(forward) >= 0 && m.NameFold.CompareTo(forwardEnd) < 0)
                || (m.NameBackward.CompareTo(backward) >= 0 && m.NameBackward.CompareTo(backwardEnd) < 0)
            );
        // The last word may be half typed, but the given name before it is whole: "an " and not "anh".
        var given = words[^1] + " ";
        var givenEnd = EndOf(given);
        var family = words[0] + " ";
        var familyEnd = EndOf(family);
        var between = words[1..^1];
        var parted = members.Where(m =>
            m.NameBackward.CompareTo(given) >= 0
            && m.NameBackward.CompareTo(givenEnd) < 0
            && m.NameFold.CompareTo(family) >= 0
            && m.NameFold.CompareTo(familyEnd) < 0
        );
        foreach (var word in between)
            parted = parted.Where(m => m.NameFold.Contains(" " + word + " "));
        var partedIds = parted.Select(m => m.Id);
        return members.Where(m =>
            (m.NameFold.CompareTo(forward) >= 0 && m.NameFold.CompareTo(forwardEnd) < 0)
            || (m.NameBackward.CompareTo(backward) >= 0 && m.NameBackward.CompareTo(backwardEnd) < 0)
            || partedIds.Contains(m.Id)
        );
    }

    /// <summary>The first text after all that begin so: folded names hold letters, digits and single spaces.</summary>
    private static string EndOf(string begin) => begin + "~";
}
