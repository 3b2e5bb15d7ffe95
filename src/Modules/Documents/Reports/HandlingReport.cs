using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Reports;

/// <summary>How many registered documents of somebody stand how.</summary>
/// <param name="Days">Calendar days from arrival until done, all done ones together.</param>
/// <param name="Internal">Of all, those that came through the program.</param>
internal sealed record HandlingFigures(int OnTime, int Late, int NotYetDue, int Overdue, int Days, int Internal)
{
    public static readonly HandlingFigures Zero = new(0, 0, 0, 0, 0, 0);

    public int All => OnTime + Late + NotYetDue + Overdue;

    public int Done => OnTime + Late;

    /// <summary>Of those whose day has come: done by it. Null when there are none.</summary>
    public decimal? PercentOnTime => Done + Overdue == 0 ? null : Math.Round(OnTime * 100m / (Done + Overdue), 1);

    /// <summary>Null while nothing is done.</summary>
    public decimal? AverageDays => Done == 0 ? null : Math.Round(Days / (decimal)Done, 1);

    public int In(HandlingCount count) =>
        count switch
        {
            HandlingCount.OnTime => OnTime,
            HandlingCount.Late => Late,
            HandlingCount.NotYetDue => NotYetDue,
            _ => Overdue,
        };

    public static HandlingFigures operator +(HandlingFigures a, HandlingFigures b) =>
        new(
            a.OnTime + b.OnTime,
            a.Late + b.Late,
            a.NotYetDue + b.NotYetDue,
            a.Overdue + b.Overdue,
            a.Days + b.Days,
            a.Internal + b.Internal
        );
}

/// <summary>A line of the report: a board or unit that leads, or below it one of its people.</summary>
/// <param name="UnitId">Null for documents that nobody leads.</param>
/// <param name="AccountId">Null for the unit as a whole; all zeros for what no person of it leads.</param>
internal sealed record HandlingLine(Guid? UnitId, Guid? AccountId, string Name, HandlingFigures Figures)
{
    public bool IsPerson => AccountId is not null;
}

/// <summary>What an office issued in the same time, and by which ways it went to bodies outside.</summary>
/// <param name="Ways">Null: not recorded yet.</param>
internal sealed record SendingFigures(int Issued, IReadOnlyList<(SendingWay? Way, int Count)> Ways);

/// <summary>Tình hình giải quyết văn bản đến of one unit (Nghị định 30/2020/NĐ-CP, điều 24.2: the clerk gathers and reports it).</summary>
/// <param name="Lines">Boards and units in the order of the tree, each followed by its people; last what nobody leads.</param>
internal sealed record HandlingReport(
    string Unit,
    DateOnly From,
    DateOnly To,
    HandlingFigures Sum,
    IReadOnlyList<HandlingLine> Lines,
    SendingFigures Sent
);
