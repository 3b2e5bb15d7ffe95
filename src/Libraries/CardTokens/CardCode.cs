using System.Security.Cryptography;

namespace DoanKet.CardTokens;

/// <summary>
/// The name of a card: ten random bytes as sixteen letters and digits. It says nothing of the person and follows from nothing, so that
/// nobody guesses a card that exists.
/// </summary>
public static class CardCode
{
    /// <summary>Characters.</summary>
    public const int Length = 16;

    internal const int Bytes = 10;

    public static string New() => Base32.Write(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>As people type it: with gaps, hyphens, small letters, 0 for O, 1 for I and 8 for B.</summary>
    /// <returns>Null for what is no code.</returns>
    public static string? Read(string? typed)
    {
        var letters = (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '-').Select(Meant).ToArray();
        var code = new string(letters);
        return code.Length == Length && Base32.TryRead(code, out _) ? code : null;
    }

    /// <summary>In four groups, for reading aloud: ABCD-EFGH-IJKL-MNOP.</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(4).Select(four => new string(four)));

    private static char Meant(char typed) =>
        char.ToUpperInvariant(typed) switch
        {
            '0' => 'O',
            '1' => 'I',
            '8' => 'B',
            var letter => letter,
        };
}
