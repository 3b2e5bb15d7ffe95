using System.Globalization;

namespace DoanKet.PersonalData;

/// <summary>Male or female, as identity papers say it.</summary>
public enum Sex
{
    Male = 0,
    Female = 1,
}

/// <summary>
/// Số định danh cá nhân, the number of the citizen card: twelve digits PPP G YY NNNNNN (Nghị định 137/2015/NĐ-CP, điều 13; Thông tư
/// 59/2021/TT-BCA, điều 4); or the nine digits of the older paper. There is no check digit.
/// </summary>
/// <param name="Digits">Twelve or nine digits.</param>
public readonly record struct NationalId(string Digits)
{
    private const int Length = 12,
        OldLength = 9;

    /// <summary>The number of the older paper (chứng minh nhân dân), which says nothing about its holder.</summary>
    public bool IsOld => Digits.Length == OldLength;

    /// <summary>From century and sex (G); null for an old number and for centuries nobody living was born in.</summary>
    public Sex? Sex =>
        IsOld || Century is null ? null
        : (Digits[3] - '0') % 2 == 0 ? PersonalData.Sex.Male
        : PersonalData.Sex.Female;

    /// <summary>From G and YY; null where <see cref="Sex"/> is.</summary>
    public int? BirthYear => IsOld ? null : Century + int.Parse(Digits.AsSpan(4, 2), CultureInfo.InvariantCulture);

    /// <summary>040•••••••12: enough to tell two people apart, too little to misuse.</summary>
    public string Masked => Mask(Digits);

    private int? Century => (Digits[3] - '0') / 2 is var century and < 2 ? 1900 + (century * 100) : null;

    /// <summary>Reads what was typed: with spaces, points or an apostrophe, or as the number that Excel made of it.</summary>
    /// <param name="padded">Excel had taken leading zeros away, and they were put back.</param>
    /// <returns>Null when it is no such number.</returns>
    public static NationalId? Read(string? typed, out bool padded)
    {
        padded = false;
        if (typed is null or { Length: > 40 })
            return null;
        Span<char> digits = stackalloc char[40];
        var count = 0;
        foreach (var c in typed)
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
            else if (!(char.IsWhiteSpace(c) || c is '\'' or '.' or '-' or '’' or '\u200B' or '\uFEFF'))
                return null;
        }
        var read = digits[..count].ToString();
        // Hà Nội is 001 and loses two zeros. Ten digits may be another number, so they have to begin like one of the northern provinces.
        var lost =
            count is Length - 1 or OldLength - 1 ? "0"
            : count == Length - 2 && "12468".Contains(read[0]) ? "00"
            : "";
        padded = lost.Length > 0;
        read = lost + read;
        return read.Length is Length or OldLength && !read.StartsWith("000", StringComparison.Ordinal) ? new NationalId(read) : null;
    }

    /// <summary>The first three and the last two characters.</summary>
    public static string Mask(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Length <= 5 ? new string('•', digits.Length) : digits[..3] + new string('•', digits.Length - 5) + digits[^2..];
    }
}
