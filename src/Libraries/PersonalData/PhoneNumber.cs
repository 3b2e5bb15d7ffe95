using System.Text.RegularExpressions;

namespace DoanKet.PersonalData;

/// <summary>Phone numbers of Vietnam in the one form in which they are kept and looked for: digits with a leading 0.</summary>
public static partial class PhoneNumber
{
    /// <summary>Reads "0912 345 678", "+84 912.345.678", "84912345678", "912345678" (without the zero that Excel took away).</summary>
    /// <param name="padded">The leading zero was missing and was put back.</param>
    /// <returns>Null when it is no number of a mobile or a line in Vietnam.</returns>
    public static string? Read(string? typed, out bool padded)
    {
        padded = false;
        if (typed is null or { Length: > 40 } || Foreign().IsMatch(typed))
            return null;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.StartsWith("84", StringComparison.Ordinal) && digits.Length is 11 or 12)
            digits = "0" + digits[2..];
        else if (!digits.StartsWith('0') && digits.Length is 9 or 10)
            (digits, padded) = ("0" + digits, true);
        var isKnown = Mobile().IsMatch(digits) || Line().IsMatch(digits);
        padded &= isKnown;
        return isKnown ? digits : null;
    }

    /// <summary>0912 345 678.</summary>
    public static string Show(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits.Length == 10 ? $"{digits[..4]} {digits[4..7]} {digits[7..]}" : digits;
    }

    [GeneratedRegex(@"^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^02\d{9}$")]
    private static partial Regex Line();

    /// <summary>Anything but digits, signs and spaces between them: two numbers in one cell, words.</summary>
    [GeneratedRegex(@"[^\d\s.+()\-'’]")]
    private static partial Regex Foreign();
}
