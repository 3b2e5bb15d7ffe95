using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Finding;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What the list was asked for, as it stands in the address.</summary>
internal sealed class ListFilter
{
    [FromQuery(Name = "trang-thai")]
    public string? State { get; set; }

    [FromQuery(Name = "tu-khoa")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "loai")]
    public string? Kind { get; set; }

    [FromQuery(Name = "tu-ngay")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den-ngay")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "qua-han")]
    public bool Overdue { get; set; }

    public bool IsEmpty =>
        string.IsNullOrEmpty(State)
        && string.IsNullOrWhiteSpace(SearchTerms)
        && string.IsNullOrEmpty(Kind)
        && From is null
        && To is null
        && !Overdue;

    /// <param name="rows">Already those of one unit, newest first.</param>
    /// <param name="take">Rows that are wanted of them.</param>
    public async Task<IQueryable<IncomingDocument>> ApplyAsync(
        IQueryable<IncomingDocument> rows,
        SearchIndex index,
        string unitPath,
        DateOnly today,
        int take,
        CancellationToken ct
    )
    {
        if (IncomingNames.FromSlug(State) is { } state)
            rows = rows.Where(d => d.State == state);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(d => d.KindCode == Kind);
        if (From is { } from)
            rows = rows.Where(d => d.ArrivalDate >= from);
        if (To is { } to)
            rows = rows.Where(d => d.ArrivalDate <= to);
        if (Overdue)
            rows = rows.Where(d => d.DueOn < today && d.State < IncomingState.Done);
        return await rows.MatchingAsync(SearchTerms, index, new(DocumentSections.Incoming, unitPath), take, ct);
    }
}
