using DoanKet.Kernel;
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

    /// <summary>As counted by the report of handling.</summary>
    [FromQuery(Name = "ket-qua")]
    public string? Counted { get; set; }

    /// <summary>Id of the leading board or unit; all zeros for documents that nobody leads.</summary>
    [FromQuery(Name = "don-vi-chu-tri")]
    public Guid? LeadUnit { get; set; }

    /// <summary>Id of the leading person's account; all zeros for documents of the unit that no person leads.</summary>
    [FromQuery(Name = "nguoi-chu-tri")]
    public Guid? LeadAccount { get; set; }

    [FromQuery(Name = "nguon")]
    public string? Source { get; set; }

    /// <summary>Came here from a figure of the report.</summary>
    public bool IsOfReport => Counted is not null || LeadUnit is not null || LeadAccount is not null || Source is not null;

    public bool IsEmpty =>
        string.IsNullOrEmpty(State)
        && string.IsNullOrWhiteSpace(SearchTerms)
        && string.IsNullOrEmpty(Kind)
        && From is null
        && To is null
        && !Overdue
        && !IsOfReport;

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
        {
            // Nothing is registered before it is received: the second condition begins the list where it is read.
            var end = VietnamTime.StartOf(to.AddDays(1));
            rows = rows.Where(d => d.ArrivalDate <= to && d.ReceivedAt < end);
        }
        if (Overdue)
            rows = rows.Where(d => d.DueOn < today && d.State < IncomingState.Done);
        if (IsOfReport)
            rows = OfReport(rows, today);
        return await rows.MatchingAsync(SearchTerms, index, new(DocumentSections.Incoming, unitPath), take, ct);
    }

    private IQueryable<IncomingDocument> OfReport(IQueryable<IncomingDocument> rows, DateOnly today)
    {
        rows = rows.Where(d => d.Outcome != HandlingOutcome.None);
        if (HandlingCounts.FromSlug(Counted) is { } count)
            rows = rows.CountedAs(count, today);
        if (LeadUnit is { } unit)
            rows = unit == Guid.Empty ? rows.Where(d => d.LeadUnitId == null) : rows.Where(d => d.LeadUnitId == unit);
        if (LeadAccount is { } account)
            rows = account == Guid.Empty ? rows.Where(d => d.LeadAccountId == null) : rows.Where(d => d.LeadAccountId == account);
        return IncomingNames.SourceFromSlug(Source) is { } source ? rows.Where(d => d.Source == source) : rows;
    }
}
