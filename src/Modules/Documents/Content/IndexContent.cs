using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>Puts what a document says into the search index, for every unit that has a record of it. Runs inside the caller's
/// transaction.</summary>
internal sealed class IndexContent(UnionDb db, SearchIndex index, DocumentKinds kinds)
{
    /// <summary>What a unit drafts or has issued.</summary>
    /// <param name="document">With its unit; takes over the row of the index.</param>
    /// <param name="receivers">Paths of the units that have a copy.</param>
    public async Task HandleAsync(
        OutgoingDocument document,
        DocumentContent content,
        IEnumerable<string> receivers,
        CancellationToken ct
    ) =>
        document.SearchId = await HandleAsync(
            content,
            [DocumentSections.IssuedBy(document.Unit.Path), .. DocumentSections.ReceivedBy(receivers)],
            document.Heading(kinds.Name(document.KindCode)),
            ct
        );

    /// <returns>The row of the index; the caller's record takes it over.</returns>
    /// <param name="owners">The units that may find it.</param>
    /// <param name="heading">Number, subject, issuing body, signer: found even when the files have no text.</param>
    public async Task<long> HandleAsync(DocumentContent content, IEnumerable<SearchOwner> owners, string heading, CancellationToken ct)
    {
        var hashes = content.Attachments.Select(a => a.Sha256).ToList();
        var texts = await db.Set<FileText>().AsNoTracking().Where(t => hashes.Contains(t.Sha256)).Select(t => t.Text).ToListAsync(ct);
        var text = string.Join('\n', texts.Prepend(heading));
        if (content.SearchId is not { } id)
            content.SearchId = id = await index.AddAsync(owners, text, ct);
        else
            await index.ReplaceAsync(id, owners, text, ct);
        return id;
    }
}
