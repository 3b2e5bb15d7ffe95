using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DoanKet.SigningAgent.Terminal;

/// <summary>A window with text, on every system.</summary>
internal sealed class TerminalScreen : IScreen
{
    private const int MostLetters = 64;

    public void Say(string text) => Console.WriteLine(Plain(text));

    public string? Ask(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim();
    }

    public byte[] AskPin(string question)
    {
        Console.Write(question);
        var letters = new char[MostLetters];
        try
        {
            var length = Console.IsInputRedirected ? ReadLine(letters) : ReadKeys(letters);
            Console.WriteLine();
            return Encoding.UTF8.GetBytes(letters, 0, length);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(letters.AsSpan()));
        }
    }

    /// <summary>The window stays until what stands in it was read.</summary>
    public void Rest()
    {
        if (!Console.IsInputRedirected)
            Ask("Nhấn Enter để đóng. ");
    }

    private static int ReadKeys(char[] letters)
    {
        var length = 0;
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                length = Math.Max(0, length - 1);
            else if (!char.IsControl(key.KeyChar) && length < letters.Length)
                letters[length++] = key.KeyChar;
        }
        return length;
    }

    private static int ReadLine(char[] letters)
    {
        var length = 0;
        while (Console.In.Read() is >= 0 and not '\n' and var letter)
            if (letter != '\r' && length < letters.Length)
                letters[length++] = (char)letter;
        return length;
    }

    /// <summary>Titles come from elsewhere: what steers a terminal does not get through to it.</summary>
    private static string Plain(string text) => string.Concat(text.Select(letter => IsHidden(letter) ? ' ' : letter));

    private static bool IsHidden(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Format || (char.IsControl(letter) && letter is not ('\n' or '\r'));
}
