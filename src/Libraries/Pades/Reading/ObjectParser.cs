using System.Text;
using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>Reads values (ISO 32000-2, 7.3). Bounded in depth and length; what is wrong is refused where it stands.</summary>
internal sealed class ObjectParser(ByteCursor cursor)
{
    private const int MostDepth = 100;
    private const int MostItems = 10_000_000;

    /// <summary>No string, name or number of a document is longer; /Contents of a signature is the longest there is.</summary>
    private const int MostStringBytes = 32 * 1024 * 1024;
    private readonly StringBuilder _word = new();

    public PdfObject Read(int depth = 0)
    {
        if (depth > MostDepth)
            throw cursor.Wrong("Values lie too deep in one another");
        cursor.SkipSpace();
        return cursor.Peek() switch
        {
            '/' => ReadName(),
            '(' => ReadLiteral(),
            '[' => ReadArray(depth),
            '<' when cursor.Peek(1) == '<' => ReadDictionary(depth),
            '<' => ReadHex(),
            >= '0' and <= '9' => ReadNumberOrReference(),
            '+' or '-' or '.' => ReadNumber(),
            _ => ReadKeyword(),
        };
    }

    private PdfObject ReadKeyword()
    {
        if (cursor.TryWord("true"))
            return new PdfBoolean(true);
        if (cursor.TryWord("false"))
            return new PdfBoolean(false);
        if (cursor.TryWord("null"))
            return PdfNull.Instance;
        throw cursor.Wrong("A value is missing");
    }

    private PdfNumber ReadNumber()
    {
        _word.Clear();
        while (Letters.IsRegular(cursor.Peek()))
        {
            if (_word.Length == 64)
                throw cursor.Wrong("A number is too long");
            _word.Append((char)cursor.Next());
        }
        var text = _word.ToString();
        var isNumber = text.All(letter => letter is '+' or '-' or '.' or (>= '0' and <= '9')) && double.TryParse(text, out _);
        return isNumber ? new(double.Parse(text), text) : throw cursor.Wrong("A number cannot be read");
    }

    private PdfObject ReadNumberOrReference()
    {
        var number = ReadNumber();
        var after = cursor.Position;
        if (number.Text.Length <= 10 && number.Whole is >= 0 and <= int.MaxValue && TryGeneration(out var generation))
            return new PdfReference((int)number.Whole.Value, generation);
        cursor.Position = after;
        return number;
    }

    private bool TryGeneration(out int generation)
    {
        generation = 0;
        cursor.SkipSpace();
        var digits = 0;
        for (; cursor.Peek() is >= '0' and <= '9' && digits < 6; digits++)
            generation = generation * 10 + (cursor.Next() - '0');
        if (digits is 0 or 6 || !Letters.IsSpace(cursor.Peek()))
            return false;
        cursor.SkipSpace();
        return cursor.TryWord("R");
    }

    private PdfName ReadName()
    {
        cursor.Next();
        _word.Clear();
        while (Letters.IsRegular(cursor.Peek()))
        {
            var letter = cursor.Next();
            if (
                letter == '#'
                && Letters.HexValue(cursor.Peek()) is >= 0 and var high
                && Letters.HexValue(cursor.Peek(1)) is >= 0 and var low
            )
            {
                letter = high * 16 + low;
                cursor.Position += 2;
            }
            if (_word.Length == 4096)
                throw cursor.Wrong("A name is too long");
            _word.Append((char)letter);
        }
        return new(_word.ToString());
    }

    private PdfString ReadHex()
    {
        cursor.Next();
        var bytes = new MemoryStream();
        var high = -1;
        while (true)
        {
            var letter = cursor.Next();
            if (letter == '>')
                break;
            if (Letters.IsSpace(letter))
                continue;
            var digit = Letters.HexValue(letter);
            if (digit < 0 || bytes.Length > MostStringBytes)
                throw cursor.Wrong("A string in hexadecimal digits cannot be read");
            if (high < 0)
            {
                high = digit;
                continue;
            }
            bytes.WriteByte((byte)(high * 16 + digit));
            high = -1;
        }
        if (high >= 0)
            bytes.WriteByte((byte)(high * 16));
        return new(bytes.ToArray(), IsHex: true);
    }

    private PdfString ReadLiteral()
    {
        cursor.Next();
        var bytes = new MemoryStream();
        for (var open = 1; ; )
        {
            var letter = cursor.Next();
            if (letter < 0 || bytes.Length > MostStringBytes)
                throw cursor.Wrong("A string does not end");
            if (letter == '\\')
            {
                ReadEscape(bytes);
                continue;
            }
            open += letter switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open == 0)
                return new(bytes.ToArray());
            if (letter == '\r')
            {
                SkipIf('\n');
                letter = '\n';
            }
            bytes.WriteByte((byte)letter);
        }
    }

    private void ReadEscape(MemoryStream bytes)
    {
        var letter = cursor.Next();
        switch (letter)
        {
            case '\r':
                SkipIf('\n');
                return;
            case '\n':
                return;
            case >= '0' and <= '7':
                var code = letter - '0';
                for (var i = 0; i < 2 && cursor.Peek() is >= '0' and <= '7'; i++)
                    code = code * 8 + (cursor.Next() - '0');
                bytes.WriteByte((byte)code);
                return;
        }
        bytes.WriteByte(
            (byte)(
                letter switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    < 0 => throw cursor.Wrong("A string does not end"),
                    _ => letter,
                }
            )
        );
    }

    private void SkipIf(char letter)
    {
        if (cursor.Peek() == letter)
            cursor.Next();
    }

    private PdfArray ReadArray(int depth)
    {
        cursor.Next();
        var items = new List<PdfObject>();
        while (true)
        {
            cursor.SkipSpace();
            if (cursor.Peek() == ']')
            {
                cursor.Next();
                return new(items);
            }
            if (items.Count == MostItems)
                throw cursor.Wrong("An array is too long");
            items.Add(Read(depth + 1));
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        cursor.Position += 2;
        var entries = new PdfDictionary();
        while (true)
        {
            cursor.SkipSpace();
            if (cursor.Peek() == '>' && cursor.Peek(1) == '>')
            {
                cursor.Position += 2;
                return entries;
            }
            if (cursor.Peek() != '/')
                throw cursor.Wrong("A dictionary does not end");
            var key = ReadName().Value;
            var value = Read(depth + 1);
            // Readers differ on which of two counts (ISO 32000-2, 7.3.7 leaves it open): what is signed must mean one thing.
            if (entries.Has(key))
                throw cursor.Wrong($"A dictionary has /{key} twice");
            entries[key] = value;
        }
    }
}
