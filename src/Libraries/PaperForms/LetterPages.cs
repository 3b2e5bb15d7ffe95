using System.Globalization;
using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>Draws a letter from top to bottom, beginning a page where the last one is full.</summary>
internal sealed class LetterPages : IDisposable
{
    private const float Size = 14,
        Small = 12,
        Leading = 1.35f,
        Indent = 32;

    /// <summary>The middles of the two columns of the head and of the end.</summary>
    private const float LeftMiddle = LetterSheet.Left + 95,
        RightMiddle = LetterSheet.Right - 140,
        LeftWidth = 200,
        RightWidth = 275;

    private readonly SKDocument _document;
    private readonly string _foot;
    private readonly SKPaint _ink = new() { IsAntialias = true },
        _rule = new() { Style = SKPaintStyle.Stroke, StrokeWidth = .8f };
    private SKCanvas _canvas = null!;
    private float _y;
    private int _page;

    public LetterPages(SKDocument document, string foot)
    {
        (_document, _foot) = (document, foot);
        Begin();
    }

    public void Head(LetterPaper letter)
    {
        var top = _y;
        if (letter.Superior.Length > 0)
            Centred(letter.Superior.ToUpperInvariant(), LeftMiddle, LeftWidth, Small);
        Centred(letter.Issuer.ToUpperInvariant(), LeftMiddle, LeftWidth, Small, bold: true);
        Rule(LeftMiddle, 70);
        Centred(letter.Number, LeftMiddle, LeftWidth, 13);
        if (letter.Kind.Length == 0)
            Centred(letter.Subject, LeftMiddle, LeftWidth, Small);
        var left = _y;

        _y = top;
        Centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", RightMiddle, RightWidth, Small, bold: true);
        Centred("Độc lập - Tự do - Hạnh phúc", RightMiddle, RightWidth, 13, bold: true);
        Rule(RightMiddle, 165);
        Centred(letter.PlaceAndDay, RightMiddle, RightWidth, 13, slanted: true);
        _y = Math.Max(left, _y) + 12;

        var middle = (LetterSheet.Left + LetterSheet.Right) / 2;
        if (letter.Kind.Length > 0)
        {
            Centred(letter.Kind.ToUpperInvariant(), middle, 420, Size, bold: true);
            Centred(letter.Subject, middle, 420, Size, bold: true);
            Rule(middle, 80);
        }
        Addressees(letter.Addressees);
    }

    public void Paragraph(string text)
    {
        using var font = PaperFonts.Installed.Of(Size);
        var lines = Lines.Of(text, font, LetterSheet.Right - LetterSheet.Left, Indent);
        for (var i = 0; i < lines.Count; i++)
            Line(lines[i], LetterSheet.Left + (i == 0 ? Indent : 0), font);
        _y += 6;
    }

    /// <summary>Receivers and signature side by side, kept on one page.</summary>
    public void Signature(LetterPaper letter)
    {
        var height = Math.Max(150, (letter.Recipients.Count + 2) * 11 * Leading);
        if (_y + height > LetterSheet.Bottom)
            Begin();
        var top = _y += 8;
        if (letter.Recipients.Count > 0)
        {
            using var title = PaperFonts.Installed.Of(Small, bold: true, slanted: true);
            Line("Nơi nhận:", LetterSheet.Left, title);
            using var font = PaperFonts.Installed.Of(11);
            foreach (var line in letter.Recipients.SelectMany(r => Lines.Of("- " + r, font, LeftWidth)))
                Line(line, LetterSheet.Left, font);
        }
        _y = top;
        foreach (var line in letter.SignerPosition)
            Centred(line.ToUpperInvariant(), RightMiddle, RightWidth, Size, bold: true);
        _y += 64;
        Centred(letter.SignerName, RightMiddle, RightWidth, Size, bold: true);
    }

    /// <summary>The next letter begins on a page of its own, which is its first.</summary>
    public void BeginNext()
    {
        _document.EndPage();
        _page = 0;
        Begin();
    }

    public void End() => _document.EndPage();

    public void Dispose()
    {
        _ink.Dispose();
        _rule.Dispose();
    }

    private void Begin()
    {
        if (_page > 0)
            _document.EndPage();
        _canvas = _document.BeginPage(LetterSheet.Width, LetterSheet.Height);
        (_page, _y) = (_page + 1, LetterSheet.Top);
        using var font = PaperFonts.Installed.Of(9);
        var middle = LetterSheet.Width / 2;
        _canvas.DrawText(_foot, middle, LetterSheet.Height - 26, SKTextAlign.Center, font, _ink);
        using var number = PaperFonts.Installed.Of(13);
        if (_page > 1)
            _canvas.DrawText(_page.ToString(CultureInfo.InvariantCulture), middle, LetterSheet.Top - 20, SKTextAlign.Center, number, _ink);
    }

    private void Addressees(IReadOnlyList<string> addressees)
    {
        if (addressees.Count == 0)
            return;
        using var font = PaperFonts.Installed.Of(Size);
        _y += 6;
        if (addressees is [var only])
            Centred("Kính gửi: " + only, (LetterSheet.Left + LetterSheet.Right) / 2, 420, Size);
        else
        {
            Line("Kính gửi:", LetterSheet.Left + 70, font);
            for (var i = 0; i < addressees.Count; i++)
                Line("- " + addressees[i] + (i == addressees.Count - 1 ? "." : ";"), LetterSheet.Left + 130, font);
        }
        _y += 8;
    }

    private void Centred(string text, float middle, float width, float size, bool bold = false, bool slanted = false)
    {
        using var font = PaperFonts.Installed.Of(size, bold, slanted);
        foreach (var line in Balanced(text, font, width))
        {
            _y += size * Leading;
            _canvas.DrawText(line, middle, _y, SKTextAlign.Center, font, _ink);
        }
    }

    /// <summary>As few lines as fit, of about the same length.</summary>
    private static List<string> Balanced(string text, SKFont font, float width)
    {
        var lines = Lines.Of(text, font, width);
        for (var narrower = width - 6; lines.Count > 1 && narrower > width / 2; narrower -= 6)
        {
            var tried = Lines.Of(text, font, narrower);
            if (tried.Count > lines.Count)
                break;
            lines = tried;
        }
        return lines;
    }

    private void Line(string text, float x, SKFont font)
    {
        if (_y + (font.Size * Leading) > LetterSheet.Bottom)
            Begin();
        _y += font.Size * Leading;
        _canvas.DrawText(text, x, _y, font, _ink);
    }

    private void Rule(float middle, float width)
    {
        _y += 6;
        _canvas.DrawLine(middle - (width / 2), _y, middle + (width / 2), _y, _rule);
        _y += 3;
    }
}
