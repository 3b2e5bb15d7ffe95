using System.Text;

namespace DoanKet.VietnameseText;

/// <summary>
/// Sort keys for Vietnamese, to be compared ordinally (and so alike in every database): word by word, in each word first the
/// letters (a ă â b c d đ e ê …), then the tone (ngang, huyền, hỏi, ngã, sắc, nặng). Keys are for sorting, not for showing.
/// </summary>
public static class VietnameseOrder
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /// <summary>Tones lie below letters and digits, so that "an" with any tone comes before "anh"; the space lies below the
    /// tones.</summary>
    private const char FirstLetter = 'A',
        FirstTone = '!';

    /// <summary>The key of plain text: names of units, subjects.</summary>
    public static string Key(string? text)
    {
        var key = new StringBuilder();
        var tone = 0;
        var inWord = false;
        foreach (var c in Normalise.Nfc(text ?? ""))
        {
            var lower = char.ToLowerInvariant(c);
            if (VietnameseLetters.TryTakeTone(lower, out var letter, out var own) && own > 0)
                tone = own;
            if (!Alphabet.Contains(letter))
                letter = Fold.Letter(letter);
            if (letter == '\0')
                continue;

            if (letter == ' ')
            {
                EndWord();
                continue;
            }

            if (!inWord && key.Length > 0)
                key.Append(' ');
            inWord = true;
            var rank = Alphabet.IndexOf(letter);
            key.Append(rank < 0 ? letter : (char)(FirstLetter + rank));
        }

        EndWord();
        return key.ToString();

        void EndWord()
        {
            if (inWord)
                key.Append((char)(FirstTone + tone));
            (inWord, tone) = (false, 0);
        }
    }

    /// <summary>The key of a person's name: by the given name, which is the last word, then by the family name and the rest.</summary>
    public static string NameKey(string? fullName)
    {
        var words = Key(fullName).Split(' ');
        return string.Join(' ', words[^1..].Concat(words[..^1]));
    }
}
