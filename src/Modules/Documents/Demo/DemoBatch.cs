using DoanKet.Kernel;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>All generated rows until they are written, in one go, with the counters that let numbering go on without a gap.</summary>
internal sealed class DemoBatch(UnionDb db, SearchIndex index)
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<DocumentContent> _contents = [];
    private readonly List<(DocumentContent Content, IReadOnlyCollection<SearchOwner> Owners, string Text)> _texts = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<HandlingEvent> _events = [];

    public List<OutgoingDocument> Outgoing { get; } = [];

    public List<DraftVersion> Drafts { get; } = [];

    public List<Approval> Approvals { get; } = [];

    public List<IncomingDocument> Incoming { get; } = [];

    public List<Receipt> Receipts { get; } = [];

    public List<Assignment> Assignments { get; } = [];

    public int Rows =>
        _contents.Count
        + _attachments.Count
        + _events.Count
        + Outgoing.Count
        + Drafts.Count
        + Approvals.Count
        + Incoming.Count
        + Receipts.Count
        + Assignments.Count;

    public int Next(string sequence) => _numbers[sequence] = _numbers.GetValueOrDefault(sequence) + 1;

    public DocumentContent Content(UploadedFile file, IReadOnlyCollection<SearchOwner> owners, string text)
    {
        var content = new DocumentContent { Id = Ids.New() };
        _contents.Add(content);
        _texts.Add((content, owners, text));
        _attachments.Add(
            new()
            {
                Id = Ids.New(),
                ContentId = content.Id,
                Ordinal = 1,
                Name = file.Name,
                Sha256 = file.File.Sha256,
                MediaType = file.File.MediaType,
                Size = file.File.Size,
            }
        );
        return content;
    }

    public void Happened(Guid document, EventKind kind, DateTime at, Guid? account, string actor, string text) =>
        _events.Add(
            new()
            {
                Id = Ids.At(at),
                DocumentId = document,
                Kind = kind,
                At = at,
                AccountId = account,
                Actor = actor,
                Text = text,
            }
        );

    /// <summary>In the order of the foreign keys; inside the caller's transaction.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        var dialect = db.Dialect;
        foreach (var (content, owners, text) in _texts)
            content.SearchId = await index.AddAsync(owners, text, ct);
        var places = _contents.ToDictionary(content => content.Id, content => content.SearchId);
        Incoming.ForEach(document => document.SearchId = places[document.ContentId]);
        Outgoing.ForEach(document => document.SearchId = places[document.ContentId]);
        await dialect.BulkInsertAsync(db, _contents, ct);
        await dialect.BulkInsertAsync(db, _attachments, ct);
        await dialect.BulkInsertAsync(db, Incoming, ct);
        await dialect.BulkInsertAsync(db, Outgoing, ct);
        await dialect.BulkInsertAsync(db, Drafts, ct);
        await dialect.BulkInsertAsync(db, Approvals, ct);
        await dialect.BulkInsertAsync(db, Receipts, ct);
        await dialect.BulkInsertAsync(db, Assignments, ct);
        await dialect.BulkInsertAsync(db, _events, ct);
        await dialect.BulkInsertAsync(db, _numbers.Select(n => new Counter { Key = n.Key, Value = n.Value }), ct);
    }
}
