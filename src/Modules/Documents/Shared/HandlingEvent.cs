using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoanKet.Modules.Documents.Shared;

internal enum EventKind
{
    Received = 0,
    Registered = 1,
    Directed = 2,
    Note = 3,
    Opened = 4,
    Done = 5,
    Returned = 6,
    Drafted = 10,
    Submitted = 11,
    ContentApproved = 12,
    FormatApproved = 13,
    SentBack = 14,
    Signed = 15,
    Issued = 16,
    Reminded = 17,
    Acknowledged = 18,

    /// <summary>To the heir of a unit that closed.</summary>
    PassedOn = 19,

    /// <summary>What the book says was changed, with a reason.</summary>
    Corrected = 20,
    Cancelled = 21,
    FilesChanged = 22,

    /// <summary>An act just done was taken back.</summary>
    Undone = 23,

    /// <summary>A part was given on to others by its holder.</summary>
    GivenOn = 24,
    TimeAsked = 25,
    TimeAnswered = 26,

    /// <summary>How it went to bodies outside the program was written down.</summary>
    SentOutside = 27,

    /// <summary>Number and day were given before the paper was signed.</summary>
    NumberReserved = 28,
    NumberGivenBack = 29,

    /// <summary>The sender takes back what it issued.</summary>
    RecallAsked = 30,
    RecallAgreed = 31,
    RecallRefused = 32,

    /// <summary>Number, day and the unit's signature came into the file.</summary>
    Sealed = 33,

    /// <summary>An electronic copy was made of it.</summary>
    Copied = 34,
}

/// <summary>One line of a document's history, incoming or outgoing, as the decree asks to keep it (phụ lục VI, phần I, 5).</summary>
internal sealed class HandlingEvent
{
    public Guid Id { get; set; }

    public Guid DocumentId { get; set; }

    public DateTime At { get; set; }

    public EventKind Kind { get; set; }

    public Guid? AccountId { get; set; }

    /// <summary>Name and position on that day, and in whose place.</summary>
    public required string Actor { get; set; }

    public required string Text { get; set; }

    private sealed class Configuration : IEntityTypeConfiguration<HandlingEvent>
    {
        public void Configure(EntityTypeBuilder<HandlingEvent> line)
        {
            line.ToTable("documents_events");
            line.Property(e => e.Actor).HasMaxLength(History.MaxActor);
            line.Property(e => e.Text).HasMaxLength(History.MaxText);
            line.HasIndex(e => new
            {
                e.DocumentId,
                e.At,
                e.Id,
            });
        }
    }
}

/// <summary>Writes the history of documents in the transaction of the act.</summary>
internal sealed class History(UnionDb db, AuditTrail audit, UserContext user, TimeProvider time)
{
    /// <summary>Longest text of a line; what is longer (twenty long file names) is cut, never refused.</summary>
    internal const int MaxText = 4000;

    internal const int MaxActor = 300;

    /// <summary>An act: a line here and, after the document's name, in the audit log.</summary>
    /// <param name="action">For the audit log, e.g. <c>documents.incoming.registered</c>.</param>
    /// <param name="sentence">What was done, said once.</param>
    /// <param name="evidence">What only the audit log keeps, such as the hash of a signed file.</param>
    public void Record(IFindable document, EventKind kind, string action, string sentence, string evidence = "")
    {
        Add(document.Id, kind, sentence);
        audit.Record(action, document.Id, $"{document.AuditName}: {sentence}" + (evidence.Length > 0 ? $"; {evidence}" : ""));
    }

    /// <summary>A line that follows from an act recorded elsewhere.</summary>
    public void Add(Guid documentId, EventKind kind, string text) => db.Add(Line(documentId, kind, text));

    /// <summary>The same for a bulk insert.</summary>
    public HandlingEvent Line(Guid documentId, EventKind kind, string text) =>
        new()
        {
            Id = Ids.New(),
            DocumentId = documentId,
            At = time.UtcDateTime(),
            Kind = kind,
            AccountId = user.Current?.AccountId,
            Actor = ActorText().Shortened(MaxActor),
            Text = text.Shortened(MaxText),
        };

    private string ActorText() =>
        user.Current is { } person
            ? $"{person.FullName}{(person.ActingPost is { Of: null } post ? $", {post.Title}" : "")}{person.InPlaceOf}"
            : "Chương trình";
}
