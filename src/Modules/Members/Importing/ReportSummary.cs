namespace DoanKet.Modules.Members.Importing;

/// <summary>What the officer is shown of a list that was looked through: how much of each kind, and the first rows of those that need a
/// person.</summary>
internal sealed record ReportSummary(
    IReadOnlyList<FieldColumn> Columns,
    int All,
    int New,
    int Updated,
    int Unchanged,
    int DoubtfulCount,
    int RejectedCount,
    IReadOnlyList<RowOutcome> Doubtful,
    IReadOnlyList<RowOutcome> Rejected,
    IReadOnlyList<RowOutcome> PutRight
)
{
    /// <summary>Rows shown of each kind.</summary>
    private const int Shown = 200;

    public int WouldWrite => New + Updated;

    public int LeftOut => DoubtfulCount + RejectedCount;

    public static ReportSummary Of(ImportReport report) =>
        new(
            report.Columns,
            report.Rows.Count,
            report.Count(RowStatus.New),
            report.Count(RowStatus.Updated),
            report.Count(RowStatus.Unchanged),
            report.Count(RowStatus.Doubtful),
            report.Count(RowStatus.Rejected),
            [.. report.Rows.Where(row => row.Status == RowStatus.Doubtful).Take(Shown)],
            [.. report.Rows.Where(row => row.Status == RowStatus.Rejected).Take(Shown)],
            [.. report.Rows.Where(row => row.Notes.Count > 0 && row.Reasons.Count == 0).Take(Shown)]
        );
}
