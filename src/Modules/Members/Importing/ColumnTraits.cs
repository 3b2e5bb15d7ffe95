using System.Text;
using DoanKet.PersonalData;
using DoanKet.Spreadsheets;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Members.Importing;

/// <summary>What all cells of a column together show and one alone does not.</summary>
/// <param name="Encoding">Of the cells that are not Unicode.</param>
/// <param name="MonthFirst">Days written as text have the month first.</param>
/// <param name="SwappedByExcel">
/// Excel took 05/03 for the third of May: every day that it understood could be turned around, and those it did not understand stayed texts
/// with the day first.
/// </param>
internal sealed record ColumnTraits(OldEncoding? Encoding, bool MonthFirst, bool SwappedByExcel)
{
    /// <summary>Letters by which an encoding is known.</summary>
    private const int EnoughLetters = 20_000;

    /// <summary>Fewer days of each kind show nothing.</summary>
    private const int LeastDays = 3;

    /// <summary>Of the columns of a list, from one reading of all its lines.</summary>
    /// <param name="lines">Headings and titles too: a column too short to show its encoding has that of the whole sheet.</param>
    public static IReadOnlyDictionary<int, ColumnTraits> Of(IEnumerable<SheetLine> lines, SheetLayout layout)
    {
        var columns = layout.Columns.Select(column => column.Index).Distinct().ToDictionary(index => index, _ => new Signs());
        var sheet = new ForeignLetters();
        foreach (var line in lines)
        {
            foreach (var cell in line.Cells)
                sheet.Add(cell);
            if (line.Number > layout.LastHeadingLine)
                foreach (var (index, signs) in columns)
                    signs.Add(line[index], line.IsDay(index));
        }
        var ofSheet = sheet.Detect();
        return columns.ToDictionary(column => column.Key, column => column.Value.Traits(ofSheet));
    }

    /// <summary>Has letters beyond the plain ones, and none that only Unicode has.</summary>
    public static bool MayBeOld(string cell) => !Ascii.IsValid(cell) && !OldEncodings.IsUnicode(cell);

    /// <summary>What the cells of one column have shown so far.</summary>
    private sealed class Signs
    {
        private readonly ForeignLetters _letters = new();
        private int _dayFirst,
            _monthFirst,
            _kept,
            _keptTurnable;

        public void Add(string cell, bool isDay)
        {
            if (cell.Length == 0)
                return;
            var first = WrittenDay.IsDayFirst(cell);
            if (isDay)
            {
                _kept++;
                _keptTurnable += first is null ? 1 : 0;
                return;
            }
            _dayFirst += first == true ? 1 : 0;
            _monthFirst += first == false ? 1 : 0;
            _letters.Add(cell);
        }

        public ColumnTraits Traits(OldEncoding? ofSheet) =>
            new(
                _letters.HasAny ? _letters.Detect() ?? ofSheet : null,
                _dayFirst == 0 && _monthFirst >= LeastDays,
                _keptTurnable == _kept && _kept >= LeastDays && _dayFirst >= LeastDays && _monthFirst == 0
            );
    }

    /// <summary>Cells that may be written in an encoding from before Unicode.</summary>
    private sealed class ForeignLetters
    {
        private readonly StringBuilder _text = new();

        public bool HasAny => _text.Length > 0;

        public void Add(string cell)
        {
            if (_text.Length <= EnoughLetters && MayBeOld(cell))
                _text.Append(cell).Append(' ');
        }

        public OldEncoding? Detect() => HasAny ? OldEncodings.Detect(_text.ToString()) : null;
    }
}
