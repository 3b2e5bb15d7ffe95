using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>What is looked for, as it stands in the address.</summary>
internal sealed class FindForm
{
    public const string Incoming = "den",
        Outgoing = "di",
        Everywhere = "tat-ca";

    /// <summary>The one box.</summary>
    [FromQuery(Name = "q")]
    public string? SearchTerms { get; set; }

    [FromQuery(Name = "tac-gia")]
    public string? Issuer { get; set; }

    [FromQuery(Name = "loai")]
    public string? Kind { get; set; }

    [FromQuery(Name = "tu-ngay")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "den-ngay")]
    public DateOnly? To { get; set; }

    /// <summary>A state of one direction, with the direction before it: "den.cho-vao-so", "di.Issued".</summary>
    [FromQuery(Name = "trang-thai")]
    public string? State { get; set; }

    /// <summary>Empty: both.</summary>
    [FromQuery(Name = "chieu")]
    public string? Direction { get; set; }

    [FromQuery(Name = "pham-vi")]
    public string? Scope { get; set; }

    /// <summary>True when a field beside the box is filled: the fields stay folded out.</summary>
    public bool IsDetailed =>
        !string.IsNullOrWhiteSpace(Issuer)
        || !string.IsNullOrEmpty(Kind)
        || From is not null
        || To is not null
        || !string.IsNullOrEmpty(State)
        || !string.IsNullOrEmpty(Direction)
        || InAllUnits;

    public bool IsEmpty => string.IsNullOrWhiteSpace(SearchTerms) && !IsDetailed;

    public bool InAllUnits => Scope == Everywhere;

    public IncomingState? IncomingState => State?.Split('.') is [Incoming, var slug] ? IncomingNames.FromSlug(slug) : null;

    public OutgoingState? OutgoingState =>
        State?.Split('.') is [Outgoing, var name] && Enum.TryParse<OutgoingState>(name, out var state) && Enum.IsDefined(state)
            ? state
            : null;

    public bool WantsIncoming => Direction != Outgoing && OutgoingState is null;

    public bool WantsOutgoing => Direction != Incoming && IncomingState is null;

    public IQueryable<IncomingDocument> Filter(IQueryable<IncomingDocument> rows)
    {
        if (IncomingState is { } state)
            rows = rows.Where(d => d.State == state);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(d => d.KindCode == Kind);
        if (Fold.Text(Issuer) is { Length: > 0 } issuer)
            rows = rows.Where(d => d.IssuerFold.Contains(issuer));
        if (From is { } from)
            rows = rows.Where(d => d.IssuedOn >= from);
        if (To is { } to)
            rows = rows.Where(d => d.IssuedOn <= to);
        return rows;
    }

    public IQueryable<OutgoingDocument> Filter(IQueryable<OutgoingDocument> rows)
    {
        if (OutgoingState is { } state)
            rows = rows.Where(d => d.State == state);
        if (!string.IsNullOrEmpty(Kind))
            rows = rows.Where(d => d.KindCode == Kind);
        if (Fold.Text(Issuer) is { Length: > 0 } issuer)
            rows = rows.Where(d => d.Unit.NameFold.Contains(issuer) || d.DraftingUnit.NameFold.Contains(issuer));
        if (From is { } from)
            rows = rows.Where(d => d.IssuedOn >= from);
        if (To is { } to)
            rows = rows.Where(d => d.IssuedOn <= to);
        return rows;
    }

    /// <param name="after">Where the page begins; null for the first one.</param>
    public string Address(string? after) =>
        QueryHelpers.AddQueryString(
            "/van-ban/tim",
            new Dictionary<string, string?>
            {
                ["q"] = SearchTerms,
                ["tac-gia"] = Issuer,
                ["loai"] = Kind,
                ["tu-ngay"] = From?.Show(),
                ["den-ngay"] = To?.Show(),
                ["trang-thai"] = State,
                ["chieu"] = Direction,
                ["pham-vi"] = Scope,
                ["sau"] = after,
            }.Where(v => !string.IsNullOrEmpty(v.Value))
        );
}
