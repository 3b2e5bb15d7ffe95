using System.Globalization;
using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>Draws the rows one after the other, beginning a page where the last one is full.</summary>
internal sealed class TablePages : IDisposable
{
    private const float Size = 11,
        LineHeight = 13.2f,
        Pad = 3.5f;

    private readonly SKDocument _document;
    private readonly TablePaper _paper;
    private readonly SKFont _font = PaperFonts.Installed.Of(Size),
        _bold = PaperFonts.Installed.Of(Size, bold: true),
        _small = PaperFonts.Installed.Of(9.5f);
    private readonly SKPaint _ink = new() { IsAntialias = true },
        _rule = new() { Style = SKPaintStyle.Stroke, StrokeWidth = .6f };

    /// <summary>Where each column begins, and where the last one ends.</summary>
    private readonly float[] _edges;
    private SKCanvas? _canvas;
    private float _y;
    private int _page;

    public TablePages(SKDocument document, TablePaper paper)
    {
        (_document, _paper) = (document, paper);
        var unit = (Sheet.Right - Sheet.Left) / paper.Columns.Sum(c => c.Width);
        _edges = new float[paper.Columns.Count + 1];
        _edges[0] = Sheet.Left;
        for (var i = 0; i < paper.Columns.Count; i++)
            _edges[i + 1] = _edges[i] + (paper.Columns[i].Width * unit);
    }

    public void Add(IReadOnlyList<string> cells)
    {
        var lines = _paper.Columns.Select((_, i) => Lines.Of(cells[i], _font, WidthOf(i))).ToArray();
        var (height, drawn) = (lines.Max(l => l.Count), 0);
        if (_canvas is null)
            Begin();
        // A row is kept whole unless it is longer than a page.
        if (height > Room && height <= RoomOfPage)
            Begin();
        while (drawn < height)
        {
            if (Room < 1)
                Begin();
            var part = Math.Min(height - drawn, Room);
            Row(lines, drawn, part, _font);
            drawn += part;
        }
    }

    /// <summary>Closes the last page; a table without rows is one page with its titles.</summary>
    public void End()
    {
        if (_canvas is null)
            Begin();
        Finish();
    }

    public void Dispose()
    {
        _font.Dispose();
        _bold.Dispose();
        _small.Dispose();
        _ink.Dispose();
        _rule.Dispose();
    }

    private int Room => (int)((Sheet.Bottom - _y - (2 * Pad)) / LineHeight);

    private int RoomOfPage { get; set; }

    private float WidthOf(int column) => _edges[column + 1] - _edges[column] - (2 * Pad);

    private void Begin()
    {
        Finish();
        _canvas = _document.BeginPage(Sheet.Width, Sheet.Height);
        (_page, _y) = (_page + 1, Sheet.Top);
        if (_page == 1)
            Heading();
        var titles = _paper.Columns.Select((c, i) => Lines.Of(c.Title, _bold, WidthOf(i))).ToArray();
        Row(titles, 0, titles.Max(t => t.Count), _bold, CellAlign.Centre);
        Row(
            [.. _paper.Columns.Select((_, i) => new List<string> { string.Create(CultureInfo.InvariantCulture, $"({i + 1})") })],
            0,
            1,
            _font,
            CellAlign.Centre
        );
        RoomOfPage = Room;
    }

    private void Heading()
    {
        foreach (var line in _paper.Heading)
        {
            using var font = PaperFonts.Installed.Of(line.Size, line.Bold);
            _y += line.Above;
            foreach (var text in Lines.Of(line.Text, font, Sheet.Right - Sheet.Left))
            {
                _y += line.Size * 1.3f;
                _canvas!.DrawText(text, (Sheet.Left + Sheet.Right) / 2, _y, SKTextAlign.Center, font, _ink);
            }
        }
        if (_paper.Heading.Count > 0)
            _y += 14;
    }

    private void Finish()
    {
        if (_canvas is null)
            return;
        _canvas.DrawText(_paper.Foot, Sheet.Left, Sheet.Height - 26, SKTextAlign.Left, _small, _ink);
        _canvas.DrawText(
            "Trang " + _page.ToString(CultureInfo.InvariantCulture),
            Sheet.Right,
            Sheet.Height - 26,
            SKTextAlign.Right,
            _small,
            _ink
        );
        _document.EndPage();
        _canvas = null;
    }

    private void Row(List<string>[] lines, int from, int count, SKFont font, CellAlign? align = null)
    {
        var height = (count * LineHeight) + (2 * Pad);
        for (var column = 0; column < lines.Length; column++)
        {
            var (left, right) = (_edges[column], _edges[column + 1]);
            _canvas!.DrawRect(new SKRect(left, _y, right, _y + height), _rule);
            var centred = (align ?? _paper.Columns[column].Align) == CellAlign.Centre;
            var baseline = _y + Pad + Size;
            foreach (var text in lines[column].Skip(from).Take(count))
            {
                _canvas.DrawText(
                    text,
                    centred ? (left + right) / 2 : left + Pad,
                    baseline,
                    centred ? SKTextAlign.Center : SKTextAlign.Left,
                    font,
                    _ink
                );
                baseline += LineHeight;
            }
        }
        _y += height;
    }
}
