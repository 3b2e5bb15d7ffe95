using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Finding;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What the list was asked for, as it stands in the address.</summary>
internal sealed class OutgoingFilter
{
    [FromQuery(Name = "trang-thai")]
    public OutgoingState? State { get; set; }

    [FromQuery(Name = "tu-khoa")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "loai")]
    public string? Kind { get; set; }

    [FromQuery(Name = "tu-ngay")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den-ngay")]
    public DateOnly? To { get; set; }

    public bool IsEmpty =>
        State is null && string.IsNullOrWhiteSpace(SearchTerms) && string.IsNullOrEmpty(Kind) && From is null && To is null;

    /// <param name="rows">Already those of one unit, newest first.</param>
    /// <param name="take">Rows that are wanted of them.</param>
    public async Task<IQueryable<OutgoingDocument>> ApplyAsync(
        IQueryable<OutgoingDocument> rows,
        SearchIndex index,
        string unitPath,
        int take,
        CancellationToken ct
    )
    {
        if (State is { } state)
            rows = rows.Where(d => d.State == state);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(d => d.KindCode == Kind);
        if (From is { } from)
            rows = rows.Where(d => d.IssuedOn >= from);
        if (To is { } to)
            rows = rows.Where(d => d.IssuedOn <= to);
        return await rows.MatchingAsync(SearchTerms, index, new(DocumentSections.Outgoing, unitPath), take, ct);
    }
}
