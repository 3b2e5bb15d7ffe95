using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Which receivers the board shows, as it stands in the address.</summary>
internal sealed class BoardFilter
{
    public const string Overdue = "qua-han";

    [FromQuery(Name = "loc")]
    public string? State { get; set; }

    /// <summary>A unit whose whole subtree is shown.</summary>
    [FromQuery(Name = "don-vi")]
    public Guid? Under { get; set; }

    [FromQuery(Name = "tim")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "trang")]
    public int Page { get; set; } = 1;

    /// <summary>The filter as part of an address, for another page of the list.</summary>
    public string Query(int page)
    {
        List<string> parts = [];
        if (!string.IsNullOrEmpty(State))
            parts.Add("loc=" + Uri.EscapeDataString(State));
        if (Under is { } unit)
            parts.Add($"don-vi={unit}");
        if (!string.IsNullOrWhiteSpace(SearchTerms))
            parts.Add("tim=" + Uri.EscapeDataString(SearchTerms));
        if (page > 1)
            parts.Add($"trang={page}");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    public async Task<IQueryable<Receipt>> ApplyAsync(UnionDb db, IQueryable<Receipt> receipts, DateOnly today, CancellationToken ct)
    {
        if (State == Overdue)
            receipts = receipts.Where(r => r.DueOn < today && r.State < ReceiptState.Done && r.Outgoing.RecalledAt == null);
        else if (Enum.GetValues<RecallAnswer>().Where(a => a.Slug() == State).ToList() is [var answer])
            receipts = receipts.Answering(answer);
        else if (ReceiptNames.FromSlug(State) is { } state)
            receipts = receipts.Where(r => r.State == state);
        var units = db.Units.AsQueryable();
        var narrowed = false;
        if (Under is { } id && await db.Units.Where(u => u.Id == id).Select(u => u.Path).FirstOrDefaultAsync(ct) is { } path)
            (units, narrowed) = (units.Within(path), true);
        if (!string.IsNullOrWhiteSpace(SearchTerms))
            (units, narrowed) = (units.Matching(SearchTerms), true);
        return narrowed ? receipts.Where(r => units.Select(u => u.Id).Contains(r.ReceiverId)) : receipts;
    }
}
