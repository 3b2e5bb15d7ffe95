using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Where an incoming document stands.</summary>
internal enum IncomingState
{
    /// <summary>Received, not yet in the book: creates no duty to handle (điều 22).</summary>
    Arrived = 0,

    /// <summary>In the book, waits for the leader's directive.</summary>
    Registered = 1,

    /// <summary>Given to units or persons.</summary>
    Directed = 2,

    Done = 3,

    /// <summary>Sent back to the sender with a reason (điều 21).</summary>
    Returned = 4,

    /// <summary>Entered by mistake; its line stays in the book, with the reason.</summary>
    Cancelled = 5,
}

/// <summary>How it came.</summary>
internal enum IncomingSource
{
    /// <summary>Taken in by the clerk: scans, files from mail, or paper of which there is no file (yet).</summary>
    Intake = 0,

    /// <summary>Issued by another unit inside this program.</summary>
    Internal = 1,
}

/// <summary>Văn bản đến: a unit's own record of a document it received (Nghị định 30/2020, phụ lục VI, phần II).</summary>
internal sealed class IncomingDocument : IFindable, IVersioned
{
    /// <summary>Longest texts, in characters.</summary>
    public const int MaxIssuer = 300,
        MaxSubject = 1000,
        MaxSignerName = 100,
        MaxSignerTitle = 150,
        MaxNote = 1000,
        MaxBookRemark = 1000,
        MaxDirective = 4000;

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Unit Unit { get; set; } = null!;

    public IncomingState State { get; set; }

    public IncomingSource Source { get; set; }

    /// <summary>Instant of receipt, UTC; lists are ordered by it.</summary>
    public DateTime ReceivedAt { get; set; }

    /// <summary>Which book of the unit; empty for its common book.</summary>
    public string BookCode { get; set; } = "";

    public int? BookYear { get; set; }

    /// <summary>Số đến: consecutive in book and year (điều 22).</summary>
    public int? ArrivalNumber { get; set; }

    public DateOnly? ArrivalDate { get; set; }

    /// <summary>Số, ký hiệu as printed; empty when the document has none.</summary>
    public string NumberText { get; set; } = "";

    /// <summary>Folded compact form, for search in any writing.</summary>
    public string NumberKey { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    /// <summary>Tác giả: the issuing body, as printed.</summary>
    public string Issuer { get; set; } = "";

    public string IssuerFold { get; set; } = "";

    /// <summary>Code of the kind (điều 7), see OfficialFormat's DocumentKind; empty when unknown.</summary>
    public string KindCode { get; set; } = "";

    /// <summary>Trích yếu nội dung.</summary>
    public string Subject { get; set; } = "";

    public string SignerName { get; set; } = "";

    public string SignerTitle { get; set; } = "";

    public Urgency Urgency { get; set; }

    public int? Pages { get; set; }

    /// <summary>Thời hạn giải quyết.</summary>
    public DateOnly? DueOn { get; set; }

    public string Note { get; set; } = "";

    /// <summary>What the book says of corrections and of the cancellation; written by the program.</summary>
    public string BookRemark { get; set; } = "";

    /// <summary>An envelope that may not be opened: only what stands on it is entered (điều 22.2).</summary>
    public bool IsSealed { get; set; }

    /// <summary>Number, symbol and issuing body folded together: equal keys are the duplicate the clerk must be warned of (phụ lục VI, phần
    /// I).</summary>
    public string DuplicateKey { get; set; } = "";

    public Guid ContentId { get; set; }

    public DocumentContent Content { get; set; } = null!;

    public long? SearchId { get; set; }

    /// <summary>The leader's directive (ý kiến chỉ đạo).</summary>
    public string Directive { get; set; } = "";

    /// <summary>Number and symbol of the answering document.</summary>
    public Guid? AnswerId { get; set; }

    /// <summary>The directive asks for a document in answer.</summary>
    public bool IsAnswerAsked { get; set; }

    /// <summary>An answer is asked by the directive, or by the unit that issued it with a day to answer by.</summary>
    public bool WantsAnswer => IsAnswerAsked || (Source == IncomingSource.Internal && DueOn is not null);

    public DateTime? DoneAt { get; set; }

    /// <summary>When the unit that issued it asked for it back (phụ lục VI, phần III, 8).</summary>
    public DateTime? RecallAskedAt { get; set; }

    public string RecallReason { get; set; } = "";

    /// <summary>When the receiver agreed, and then it is cancelled, or refused.</summary>
    public DateTime? RecallAnsweredAt { get; set; }

    /// <summary>Why the receiver keeps it; empty when it agreed.</summary>
    public string RecallRefusal { get; set; } = "";

    /// <summary>The receiver has not answered yet.</summary>
    public bool RecallWaits => RecallAskedAt is not null && RecallAnsweredAt is null;

    /// <summary>The board or unit that leads, or to which the leading person belongs; null while nobody leads.</summary>
    public Guid? LeadUnitId { get; set; }

    /// <summary>Who leads in person: named by the directive, or to whom the leading board gave the lead on.</summary>
    public Guid? LeadAccountId { get; set; }

    /// <summary>Stored for reports; always what state and days say.</summary>
    public HandlingOutcome Outcome
    {
        get =>
            State switch
            {
                IncomingState.Registered or IncomingState.Directed => HandlingOutcome.Open,
                IncomingState.Done when DueOn < DoneOn => HandlingOutcome.Late,
                IncomingState.Done => HandlingOutcome.OnTime,
                _ => HandlingOutcome.None,
            };
        private set { }
    }

    /// <summary>Calendar days from arrival until it was done; stored for reports.</summary>
    public int? DaysTaken
    {
        get => State == IncomingState.Done && ArrivalDate is { } arrived && DoneOn is { } done ? done.DayNumber - arrived.DayNumber : null;
        private set { }
    }

    public int Version { get; set; }

    private DateOnly? DoneOn => DoneAt is { } at ? VietnamTime.DateOf(at) : null;

    public string AuditName =>
        string.Join(
            ' ',
            new[] { "Văn bản đến", ArrivalNumber is { } number ? $"số {number}/{BookYear}" : "", NumberText, Issuer, $"“{Subject}”" }.Where(
                part => part.Length > 0 && part != "“”"
            )
        );

    /// <summary>What the clerk writes into the last column and what the program says there of corrections.</summary>
    public static string BookNote(string note, string remark) => string.Join("; ", new[] { note, remark }.Where(text => text.Length > 0));

    /// <summary>Adds to what the book says; the oldest goes when there is no more room, the history keeps all.</summary>
    public void SayInBook(string remark)
    {
        var text = BookNote(BookRemark, remark);
        BookRemark = text.Length <= MaxBookRemark ? text : "…" + text[^(MaxBookRemark - 1)..];
    }

    /// <summary>The words by which it is found, besides those of its files.</summary>
    public string Heading => $"{NumberText} {NumberKey} {Issuer} {Subject} {SignerName} {Note}";

    /// <summary>The record of the same document in another unit, not yet in its book.</summary>
    public IncomingDocument For(Guid unitId, DateTime receivedAt) =>
        new()
        {
            Id = Ids.New(),
            UnitId = unitId,
            State = IncomingState.Arrived,
            Source = Source,
            ReceivedAt = receivedAt,
            NumberText = NumberText,
            NumberKey = NumberKey,
            IssuedOn = IssuedOn,
            Issuer = Issuer,
            IssuerFold = IssuerFold,
            KindCode = KindCode,
            Subject = Subject,
            SignerName = SignerName,
            SignerTitle = SignerTitle,
            Urgency = Urgency,
            Pages = Pages,
            DueOn = DueOn,
            DuplicateKey = DuplicateKey,
            ContentId = ContentId,
            SearchId = SearchId,
        };
}
