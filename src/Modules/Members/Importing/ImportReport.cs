namespace DoanKet.Modules.Members.Importing;

internal enum RowStatus
{
    New,
    Updated,
    Unchanged,

    /// <summary>A person has to say whether it is right; left out until then.</summary>
    Doubtful,

    /// <summary>Can't be taken as it is.</summary>
    Rejected,
}

/// <summary>What became, or would become, of one row.</summary>
/// <param name="Line">In the sheet, from 1.</param>
/// <param name="Reasons">Why it is doubtful or rejected.</param>
/// <param name="Notes">What was put right in it.</param>
internal sealed record RowOutcome(int Line, string FullName, RowStatus Status, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes);

/// <summary>What a list does, or would do, to the registry. Each row is counted once.</summary>
/// <param name="Columns">What was understood of the columns.</param>
/// <param name="HeadingLine">The last line of the headings in the sheet, from 1.</param>
internal sealed record ImportReport(IReadOnlyList<FieldColumn> Columns, IReadOnlyList<RowOutcome> Rows, int HeadingLine)
{
    /// <summary>Null when nothing was written.</summary>
    public Guid? ImportId { get; init; }

    public int Count(RowStatus status) => Rows.Count(row => row.Status == status);
}
