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

    /// <param name="ofSheet">The encoding of the whole sheet, for a column too short to show its own.</param>
    public static ColumnTraits Of(IEnumerable<SheetLine> lines, int column, OldEncoding? ofSheet)
    {
        var foreign = new StringBuilder();
        var (dayFirst, monthFirst, kept, keptTurnable) = (0, 0, 0, 0);
        foreach (var line in lines)
        {
            var cell = line[column];
            if (cell.Length == 0)
                continue;
            if (line.IsDay(column))
            {
                kept++;
                keptTurnable += WrittenDay.IsDayFirst(cell) is null ? 1 : 0;
                continue;
            }
            var first = WrittenDay.IsDayFirst(cell);
            dayFirst += first == true ? 1 : 0;
            monthFirst += first == false ? 1 : 0;
            if (foreign.Length < EnoughLetters && MayBeOld(cell))
                foreign.Append(cell).Append(' ');
        }
        return new(
            foreign.Length > 0 ? OldEncodings.Detect(foreign.ToString()) ?? ofSheet : null,
            dayFirst == 0 && monthFirst >= LeastDays,
            keptTurnable == kept && kept >= LeastDays && dayFirst >= LeastDays && monthFirst == 0
        );
    }

    /// <summary>Of all cells together, headings and titles too.</summary>
    public static OldEncoding? OfSheet(IEnumerable<SheetLine> lines)
    {
        var foreign = new StringBuilder();
        foreach (var cell in lines.SelectMany(line => line.Cells).Where(MayBeOld))
        {
            foreign.Append(cell).Append(' ');
            if (foreign.Length > EnoughLetters)
                break;
        }
        return foreign.Length > 0 ? OldEncodings.Detect(foreign.ToString()) : null;
    }

    /// <summary>Has letters beyond the plain ones, and none that only Unicode has.</summary>
    public static bool MayBeOld(string cell) => !Ascii.IsValid(cell) && !OldEncodings.IsUnicode(cell);
}
