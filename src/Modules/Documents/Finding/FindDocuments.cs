using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>A document that was found.</summary>
/// <param name="At">By which the results are ordered, newest first.</param>
/// <param name="Title">"Kế hoạch: Tổ chức đại hội…".</param>
/// <param name="Match">Where the words were found.</param>
internal sealed record FoundRow(
    Guid Id,
    bool IsIncoming,
    DateTime At,
    string NumberText,
    DateOnly? IssuedOn,
    string Issuer,
    string Title,
    string State,
    BadgeKind Badge,
    string Unit,
    string? Match
)
{
    public string Link => (IsIncoming ? "/van-ban/den/" : "/van-ban/di/") + Id;
}

/// <summary>
/// Finds in both directions and merges. Each side is one keyset query within named units, ordered along an index of the unit, so that it
/// costs the same however many documents other units have.
/// </summary>
internal sealed class FindDocuments(UnionDb db, UserContext user, ActingOffice acting, SearchIndex index, DocumentKinds kinds)
{
    private sealed record Office(Guid Id, string Path);

    public async Task<IReadOnlyList<FoundRow>> HandleAsync(FindForm form, ListCursor? after, int take, CancellationToken ct)
    {
        var offices = await OfficesAsync(form.InAllUnits, ct);
        if (offices.Count == 0)
            return [];
        var incoming = form.Filter(Of(offices, db.Incoming.AsNoTracking()).ReadableBy(db, user.Required));
        var outgoing = form.Filter(Of(offices, db.Outgoing.AsNoTracking()).VisibleOutgoing(user.Required));
        var words = form.SearchTerms;
        if (
            TextCriterion.NumberKey(words) is { } key
            && (await incoming.Numbered(key).AnyAsync(ct) || await outgoing.Numbered(key).AnyAsync(ct))
        )
        {
            (incoming, outgoing) = (incoming.Numbered(key), outgoing.Numbered(key));
            words = null;
        }
        incoming = incoming.NewestFirst(d => d.ReceivedAt, after);
        outgoing = outgoing.NewestFirst(d => d.CreatedAt, after);
        if (!string.IsNullOrWhiteSpace(words))
            (incoming, outgoing) = await SayingAsync(words, form, offices, incoming, outgoing, take, ct);
        List<FoundRow> found = [];
        if (form.WantsIncoming)
            found.AddRange(await IncomingAsync(incoming, form.SearchTerms, take, ct));
        if (form.WantsOutgoing)
            found.AddRange(await OutgoingAsync(outgoing, form.SearchTerms, take, ct));
        return [.. found.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(take)];
    }

    /// <summary>Asks the index once, for the directions that need it.</summary>
    private async Task<(IQueryable<IncomingDocument>, IQueryable<OutgoingDocument>)> SayingAsync(
        string words,
        FindForm form,
        IReadOnlyList<Office> offices,
        IQueryable<IncomingDocument> incoming,
        IQueryable<OutgoingDocument> outgoing,
        int take,
        CancellationToken ct
    )
    {
        var received = form.WantsIncoming ? Places(DocumentSections.Incoming, offices) : [];
        var issued = form.WantsOutgoing ? Places(DocumentSections.Outgoing, offices) : [];
        var newestReceived = form.WantsIncoming ? await NewestMatches.FindAsync(incoming, index, received, words, take, ct) : null;
        var newestIssued = form.WantsOutgoing ? await NewestMatches.FindAsync(outgoing, index, issued, words, take, ct) : null;
        List<SearchPlace> left = [.. newestReceived is null ? received : [], .. newestIssued is null ? issued : []];
        var found = left.Count > 0 ? await index.FindAsync(left, words, ct) : null;
        return (newestReceived ?? incoming.Saying(found), newestIssued ?? outgoing.Saying(found));
    }

    private string Title(string kindCode, string subject) =>
        kinds.KindAndSubject(kindCode, subject.Length > 0 ? subject : "(chưa có trích yếu)");

    private static List<SearchPlace> Places(SearchSection section, IReadOnlyList<Office> offices) =>
        [.. offices.Select(office => new SearchPlace(section, office.Path))];

    /// <summary>One office by name: its rows lie in the index in the order of the page, those of a list of offices do not.</summary>
    private static IQueryable<T> Of<T>(IReadOnlyList<Office> offices, IQueryable<T> rows)
        where T : class, IFindable => rows.WhereOneOf(d => d.UnitId, [.. offices.Select(o => o.Id)]);

    /// <summary>The office for which the person acts, or those of all posts.</summary>
    private async Task<IReadOnlyList<Office>> OfficesAsync(bool all, CancellationToken ct)
    {
        if (!all)
            return await acting.FindAsync(ct) is { } one ? [new(one.Id, one.Path)] : [];
        List<Office> offices = [];
        foreach (var id in user.Required.UnitIds)
        {
            var office = await db.Units.OfficeOfAsync(id, ct);
            offices.Add(new(office.Id, office.Path));
        }
        return [.. offices.Distinct()];
    }

    private async Task<IEnumerable<FoundRow>> IncomingAsync(
        IQueryable<IncomingDocument> rows,
        string? words,
        int take,
        CancellationToken ct
    )
    {
        var found = await rows.Take(take)
            .Select(d => new
            {
                d.Id,
                d.ReceivedAt,
                d.NumberText,
                d.NumberKey,
                d.IssuedOn,
                d.Issuer,
                d.KindCode,
                d.Subject,
                d.State,
                Unit = d.Unit.Name,
            })
            .ToListAsync(ct);
        return found.Select(d => new FoundRow(
            d.Id,
            true,
            d.ReceivedAt,
            d.NumberText,
            d.IssuedOn,
            d.Issuer,
            Title(d.KindCode, d.Subject),
            d.State.Name(),
            d.State.Badge(),
            d.Unit,
            MatchReason.For(words, d.NumberKey, d.Subject, d.Issuer)
        ));
    }

    private async Task<IEnumerable<FoundRow>> OutgoingAsync(
        IQueryable<OutgoingDocument> rows,
        string? words,
        int take,
        CancellationToken ct
    )
    {
        var found = await rows.Take(take)
            .Select(d => new
            {
                d.Id,
                d.CreatedAt,
                d.NumberText,
                d.NumberKey,
                d.IssuedOn,
                Drafting = d.DraftingUnit.Name,
                d.KindCode,
                d.Subject,
                d.State,
                IsRecalled = d.RecalledAt != null,
                Unit = d.Unit.Name,
            })
            .ToListAsync(ct);
        return found.Select(d => new FoundRow(
            d.Id,
            false,
            d.CreatedAt,
            d.NumberText,
            d.IssuedOn,
            d.Drafting,
            Title(d.KindCode, d.Subject),
            d.IsRecalled ? OutgoingNames.Recalled : d.State.Name(),
            d.IsRecalled ? BadgeKind.Returned : d.State.Badge(),
            d.Unit,
            MatchReason.For(words, d.NumberKey, d.Subject, d.Drafting)
        ));
    }
}
