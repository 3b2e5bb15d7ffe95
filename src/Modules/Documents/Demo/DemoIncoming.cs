using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>Makes up what the office received from outside: nearly all done, the last few waiting for book, directive and work.</summary>
internal sealed class DemoIncoming(DemoOffice office, DemoBatch batch, DemoDays days, DemoPapers papers, Random random)
{
    public async Task GenerateAsync(IReadOnlyList<DateTime> moments, int waiting, CancellationToken ct)
    {
        for (var i = 0; i < moments.Count; i++)
        {
            var fromEnd = moments.Count - 1 - i;
            var state =
                fromEnd < waiting ? IncomingState.Arrived
                : fromEnd < waiting * 2 ? IncomingState.Registered
                : fromEnd < waiting * 5 ? IncomingState.Directed
                : IncomingState.Done;
            await AddAsync(moments[i], state, fromEnd, ct);
        }
    }

    private async Task AddAsync(DateTime at, IncomingState state, int fromEnd, CancellationToken ct)
    {
        var day = VietnamTime.DateOf(at);
        var (subject, issuer) = (random.Pick(DemoTexts.Incoming), random.Pick(DemoTexts.Issuers));
        var issuerName = string.Format(null, issuer.Name, office.Place);
        var notation = DocumentKind.Find(subject.KindCode)?.Abbreviation is { Length: > 0 } kind
            ? $"{kind}-{issuer.Symbol}"
            : issuer.Symbol;
        var number = DocumentNumber.Format(random.Next(5, 900), notation);
        var document = new IncomingDocument
        {
            Id = Ids.At(at),
            UnitId = office.Unit.Id,
            State = state,
            Source = IncomingSource.Intake,
            ReceivedAt = at,
            NumberText = number,
            NumberKey = NumberKeys.From(number),
            IssuedOn = day.AddDays(-random.Next(1, 4)),
            Issuer = issuerName,
            IssuerFold = Fold.Text(issuerName),
            KindCode = subject.KindCode,
            Subject = DemoTexts.Of(subject, day),
            SignerName = random.Pick(DemoTexts.Signers),
            SignerTitle = issuer.Title,
            Urgency = random.Next(12) == 0 ? Urgency.Urgent : Urgency.Normal,
            Pages = 1,
            DuplicateKey = NumberKeys.Duplicate(number, issuerName),
        };
        var file = await papers.OfAsync(document, subject.ReplyDays, fromEnd, ct);
        batch.Happened(document.Id, EventKind.Received, at, office.Clerk.AccountId, office.Clerk.Actor, $"Tiếp nhận: {file.Name}");
        if (state != IncomingState.Arrived)
            at = Register(document, at, day);
        if (state is IncomingState.Directed or IncomingState.Done)
            Direct(document, subject, at);
        document.ContentId = batch.Content(file, [.. DocumentSections.ReceivedBy([office.Unit.Path])], document.Heading).Id;
        batch.Incoming.Add(document);
    }

    private DateTime Register(IncomingDocument document, DateTime at, DateOnly day)
    {
        at = days.After(random, at, 1);
        var number = batch.Next(ArrivalBooks.Sequence(document.UnitId, "", day.Year));
        (document.BookYear, document.ArrivalNumber, document.ArrivalDate) = (day.Year, number, day);
        batch.Happened(
            document.Id,
            EventKind.Registered,
            at,
            office.Clerk.AccountId,
            office.Clerk.Actor,
            $"Vào Sổ đăng ký văn bản đến năm {day.Year}, số đến {number}"
        );
        return at;
    }

    private void Direct(IncomingDocument document, DemoSubject subject, DateTime at)
    {
        at = days.After(random, at, 5);
        var (leader, board) = (random.Pick(office.Leaders), random.Pick(office.Boards));
        document.Directive = random.Pick(DemoTexts.Directives);
        document.DueOn = VietnamTime.DateOf(at).AddDays(subject.ReplyDays ?? 10);
        var done = document.State == IncomingState.Done;
        // One of eight takes long enough to be late.
        document.DoneAt = done ? days.After(random, at, random.Next(8) == 0 ? 600 : 120) : null;
        batch.Happened(
            document.Id,
            EventKind.Directed,
            at,
            leader.AccountId,
            leader.Actor,
            $"{document.Directive} Chủ trì: {board.Unit.Name}. Hạn: {document.DueOn.Value.Show()}."
        );
        var drafter = random.Pick(board.Drafters);
        document.LeadUnitId = board.Unit.Id;
        var lead = Assign(document, AssignmentRole.Lead, board.Unit.Id, null, leader, at);
        if (done && random.Next(3) > 0)
        {
            document.LeadAccountId = drafter.AccountId;
            Assign(document, AssignmentRole.Lead, null, drafter.AccountId, board.Head, at, lead.Id);
        }
        else
            Assign(document, AssignmentRole.Coordinate, null, drafter.AccountId, leader, at);
        if (document.DoneAt is { } end)
            batch.Happened(document.Id, EventKind.Done, end, board.Head.AccountId, board.Head.Actor, "Đã xử lý xong");
    }

    private Assignment Assign(
        IncomingDocument document,
        AssignmentRole role,
        Guid? unit,
        Guid? account,
        DemoPerson by,
        DateTime at,
        Guid? from = null
    )
    {
        var part = new Assignment
        {
            Id = Ids.At(at),
            IncomingId = document.Id,
            FromId = from,
            Role = role,
            ToUnitId = unit,
            ToAccountId = account,
            DueOn = document.DueOn,
            AssignedAt = at,
            AssignedBy = by.AccountId,
            State = document.DoneAt is null ? AssignmentState.Open : AssignmentState.Done,
            OpenedAt = document.DoneAt,
            DoneAt = document.DoneAt,
            Result = document.DoneAt is null ? "" : "Đã tham mưu, triển khai theo chỉ đạo.",
        };
        batch.Assignments.Add(part);
        return part;
    }
}
