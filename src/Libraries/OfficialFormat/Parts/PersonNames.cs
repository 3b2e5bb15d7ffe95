using System.Text.RegularExpressions;
using DoanKet.VietnameseText;

namespace DoanKet.OfficialFormat.Parts;

/// <summary>Names of people as they stand under a signature.</summary>
internal static class PersonNames
{
    /// <summary>
    /// Ranks and titles before a name are no part of it: Thiếu tướng, TS., ThS., PGS.TS., BSCKII., NGƯT. TS. and whatever else ends in a
    /// full stop.
    /// </summary>
    private static readonly Regex Titled = new(
        @"^(?:(?:(?:Đại|Trung|Thượng|Thiếu) (?:tướng|tá|úy)|TS|ThS|PGS|GS|\p{Lu}[\p{L}]{0,6}\.(?:\p{Lu}[\p{L}]{0,6}\.){0,3}) ?){0,3}"
            + @"(?<name>(?:\p{Lu}[\p{Ll}'’]*(?: \p{Lu}[\p{Ll}'’]*){1,5}|\p{Lu}+(?: \p{Lu}+){1,5}))$",
        RegexOptions.NonBacktracking
    );

    /// <summary>The usual family names: of words in capitals only they show that a person is meant.</summary>
    private static readonly HashSet<string> Families =
    [
        .. (
            "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly luong luu dinh dao doan trinh truong mai cao ta ha "
            + "lam phung chu thai tong kieu quach vuong nghiem to la thach khong ninh giang trieu lu lo vi moong kha cu phu tang "
            + "au bach dam dau diep hua ksor luc ma nong quan sam tieu tu ung van vien"
        ).Split(' '),
    ];

    /// <summary>The name alone; null when the words are none.</summary>
    internal static string? Of(string text)
    {
        if (Titled.Match(text) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        return name.Any(char.IsLower) || Families.Contains(Fold.Text(name.Split(' ')[0])) ? name : null;
    }
}
