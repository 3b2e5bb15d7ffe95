namespace DoanKet.Pades.Reading;

/// <summary>Goes through a file byte by byte.</summary>
internal sealed class ByteCursor(PdfSource source, long position)
{
    private ReadOnlyMemory<byte> _window;
    private long _windowStart;

    public long Position { get; set; } = position;

    /// <summary>-1 at the end.</summary>
    public int Peek(int ahead = 0)
    {
        var at = Position + ahead;
        if (at < _windowStart || at >= _windowStart + _window.Length)
        {
            if (at < 0)
                return -1;
            _window = source.WindowAt(at);
            _windowStart = at;
            if (_window.IsEmpty)
                return -1;
        }
        return _window.Span[(int)(at - _windowStart)];
    }

    public int Next()
    {
        var letter = Peek();
        if (letter >= 0)
            Position++;
        return letter;
    }

    /// <summary>Over white space and comments (ISO 32000-2, 7.2.3 and 7.2.4).</summary>
    public void SkipSpace()
    {
        while (true)
        {
            var letter = Peek();
            if (Letters.IsSpace(letter))
                Position++;
            else if (letter == '%')
                SkipComment();
            else
                return;
        }
    }

    private void SkipComment()
    {
        while (Peek() is >= 0 and not '\r' and not '\n')
            Position++;
    }

    /// <summary>Reads a word where it stands here; else stays.</summary>
    public bool TryWord(string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (Peek(i) != word[i])
                return false;
        if (Letters.IsRegular(Peek(word.Length)))
            return false;
        Position += word.Length;
        return true;
    }

    public void Expect(string word)
    {
        SkipSpace();
        if (!TryWord(word))
            throw Wrong($"'{word}' is missing");
    }

    /// <summary>A whole number without sign.</summary>
    public long WholeNumber(int mostDigits = 12)
    {
        SkipSpace();
        var value = 0L;
        var digits = 0;
        for (; Peek() is >= '0' and <= '9'; digits++)
        {
            if (digits == mostDigits)
                throw Wrong("A number is too long");
            value = value * 10 + (Next() - '0');
        }
        return digits > 0 ? value : throw Wrong("A number is missing");
    }

    public PdfFormatException Wrong(string message) => new(message, Position);
}
