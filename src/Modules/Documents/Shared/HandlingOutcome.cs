namespace DoanKet.Modules.Documents.Shared;

/// <summary>How a registered document stands against its deadline.</summary>
internal enum HandlingOutcome
{
    /// <summary>Not in the book yet, sent back or cancelled: nothing to judge.</summary>
    None = 0,

    /// <summary>In the book and not done; whether it is overdue depends on today.</summary>
    Open = 1,

    /// <summary>Done by its day, or without a day.</summary>
    OnTime = 2,

    /// <summary>Done after its day.</summary>
    Late = 3,
}

/// <summary>How a registered document is counted in the report of a day.</summary>
internal enum HandlingCount
{
    OnTime = 0,
    Late = 1,

    /// <summary>Open, its day not yet past, or without a day.</summary>
    NotYetDue = 2,

    /// <summary>Open, its day past.</summary>
    Overdue = 3,
}

/// <summary>The words and the addresses of what is counted, and which documents it counts.</summary>
internal static class HandlingCounts
{
    public static string Name(this HandlingCount count) =>
        count switch
        {
            HandlingCount.OnTime => "Xong đúng hạn",
            HandlingCount.Late => "Xong trễ hạn",
            HandlingCount.NotYetDue => "Đang làm, chưa đến hạn",
            _ => "Đang làm, đã quá hạn",
        };

    public static string Slug(this HandlingCount count) =>
        count switch
        {
            HandlingCount.OnTime => "dung-han",
            HandlingCount.Late => "tre-han",
            HandlingCount.NotYetDue => "chua-den-han",
            _ => "qua-han",
        };

    public static HandlingCount? FromSlug(string? slug) =>
        Enum.GetValues<HandlingCount>().Cast<HandlingCount?>().FirstOrDefault(c => c!.Value.Slug() == slug);

    public static IQueryable<IncomingDocument> CountedAs(this IQueryable<IncomingDocument> rows, HandlingCount count, DateOnly today) =>
        count switch
        {
            HandlingCount.OnTime => rows.Where(d => d.Outcome == HandlingOutcome.OnTime),
            HandlingCount.Late => rows.Where(d => d.Outcome == HandlingOutcome.Late),
            HandlingCount.NotYetDue => rows.Where(d => d.Outcome == HandlingOutcome.Open && (d.DueOn == null || d.DueOn >= today)),
            _ => rows.Where(d => d.Outcome == HandlingOutcome.Open && d.DueOn < today),
        };
}
