namespace DoanKet.Pades.Reading;

/// <summary>The classes of characters (ISO 32000-2, 7.2.3). -1, the end of the file, is in none.</summary>
internal static class Letters
{
    public static bool IsSpace(int letter) => letter is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(int letter) => letter is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    public static bool IsRegular(int letter) => letter >= 0 && !IsSpace(letter) && !IsDelimiter(letter);

    /// <summary>-1 where it is no digit of a hexadecimal number.</summary>
    public static int HexValue(int letter) =>
        letter switch
        {
            >= '0' and <= '9' => letter - '0',
            >= 'a' and <= 'f' => letter - 'a' + 10,
            >= 'A' and <= 'F' => letter - 'A' + 10,
            _ => -1,
        };
}
