namespace DoanKet.Spreadsheets;

/// <summary>A line of a sheet.</summary>
/// <param name="Number">In the sheet, from 1.</param>
/// <param name="Cells">From column A; "" where nothing stands.</param>
/// <param name="Days">A bit for each of the first columns whose cell Excel keeps as a day, and not as a text that looks like one.</param>
public sealed record SheetLine(int Number, IReadOnlyList<string> Cells, ulong Days = 0)
{
    internal const int MaxDayColumns = 64;

    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    public bool IsDay(int column) => column < MaxDayColumns && (Days >> column & 1) == 1;
}
