using DoanKet.Kernel;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>Makes up the outgoing documents of a year: nearly all issued, the last few waiting at every step.</summary>
internal sealed class DemoOutgoing(
    DemoOffice office,
    DemoBatch batch,
    DemoDays days,
    DemoReceipts receipts,
    DemoPapers papers,
    Random random
)
{
    /// <summary>States before the issue.</summary>
    public const int Steps = 5;

    /// <param name="waiting">How many wait at each step before issue.</param>
    /// <param name="toAll">How many were issued to every unit.</param>
    public async Task GenerateAsync(IReadOnlyList<DateTime> moments, int waiting, int toAll, CancellationToken ct)
    {
        var open = waiting * Steps;
        var issued = moments.Count - open;
        for (var i = 0; i < moments.Count; i++)
        {
            var state = i < issued ? OutgoingState.Issued : (OutgoingState)((moments.Count - 1 - i) / waiting);
            // The documents to everybody are spread over the year; the newest issued one is among them.
            var everybody =
                state == OutgoingState.Issued
                && (issued - 1 - i) % Math.Max(1, issued / toAll) == 0
                && (issued - 1 - i) / Math.Max(1, issued / toAll) < toAll;
            await AddAsync(moments[i], state, everybody, moments.Count - 1 - i, ct);
        }
    }

    private async Task AddAsync(DateTime at, OutgoingState state, bool everybody, int fromEnd, CancellationToken ct)
    {
        var day = VietnamTime.DateOf(at);
        var subject = everybody
            ? random.Pick([.. DemoTexts.Outgoing.Where(s => s.ReplyDays is not null)])
            : random.Pick(DemoTexts.Outgoing);
        var board = random.Pick(office.Boards);
        var (drafter, signer) = (random.Pick(board.Drafters), random.Pick(office.Leaders));
        var document = new OutgoingDocument
        {
            Id = Ids.At(at),
            UnitId = office.Unit.Id,
            Unit = office.Unit,
            DraftingUnitId = board.Unit.Id,
            DrafterId = drafter.AccountId,
            State = state,
            CreatedAt = at,
            KindCode = subject.KindCode,
            Subject = DemoTexts.Of(subject, day),
            Urgency = random.Next(15) == 0 ? Urgency.Urgent : Urgency.Normal,
            ReplyBy = subject.ReplyDays is { } limit ? day.AddDays(limit) : null,
            SignerId = signer.AccountId,
            SignerName = signer.FullName,
            SignerTitle = signer.Title,
        };
        var file = await papers.OfAsync(document, everybody ? 0 : fromEnd, ct);
        var versions = state == OutgoingState.ContentReview ? [await FirstThoughtAsync(document, fromEnd, ct), file] : new[] { file };
        foreach (var (version, number) in versions.Select((version, before) => (version, before + 1)))
            AddVersion(document, version, number, at.AddMinutes(20 * (number - 1)), drafter);
        var moment = Approve(document, board, drafter, signer, at);
        IReadOnlyList<ReceiverUnit> to = [];
        if (state == OutgoingState.Issued)
        {
            to = everybody ? office.All : Receivers();
            Number(document, moment, to.Count);
            file = await papers.OfAsync(document, everybody ? 0 : fromEnd, ct);
        }
        document.ContentId = batch
            .Content(
                file,
                [DocumentSections.IssuedBy(office.Unit.Path), .. DocumentSections.ReceivedBy(to.Select(u => u.Path))],
                document.Heading(DocumentKind.Find(document.KindCode)?.Name ?? "")
            )
            .Id;
        batch.Outgoing.Add(document);
        receipts.Add(document, to);
    }

    /// <summary>What the drafter wrote first, so that two versions can be compared.</summary>
    private async Task<UploadedFile> FirstThoughtAsync(OutgoingDocument document, int fromEnd, CancellationToken ct)
    {
        var subject = document.Subject;
        document.Subject += " (bản lấy ý kiến)";
        var file = await papers.OfAsync(document, fromEnd, ct);
        document.Subject = subject;
        return file;
    }

    private void AddVersion(OutgoingDocument document, UploadedFile file, int number, DateTime at, DemoPerson drafter)
    {
        batch.Drafts.Add(
            new()
            {
                Id = Ids.At(at),
                OutgoingId = document.Id,
                Number = number,
                FileName = file.Name,
                Sha256 = file.File.Sha256,
                MediaType = file.File.MediaType,
                Size = file.File.Size,
                At = at,
                AccountId = drafter.AccountId,
            }
        );
        var words = number == 1 ? "Tạo dự thảo, phiên bản 1" : $"Phiên bản {number}";
        batch.Happened(document.Id, EventKind.Drafted, at, drafter.AccountId, drafter.Actor, $"{words}: {file.Name}");
    }

    /// <summary>The steps up to the document's state; the moment of the last one.</summary>
    private DateTime Approve(OutgoingDocument document, DemoBoard board, DemoPerson drafter, DemoPerson signer, DateTime at)
    {
        // One draft in two has come back with a reason.
        if (document.State == OutgoingState.Draft)
            return random.Next(2) == 0
                ? Decide(
                    document,
                    ApprovalKind.Content,
                    board.Head,
                    false,
                    at,
                    EventKind.SentBack,
                    "Trả lại phiên bản 1: bổ sung căn cứ, rà soát thời hạn báo cáo"
                )
                : at;
        at = days.After(random, at, 2);
        batch.Happened(document.Id, EventKind.Submitted, at, drafter.AccountId, drafter.Actor, "Trình duyệt nội dung");
        if (document.State > OutgoingState.ContentReview)
            at = Decide(document, ApprovalKind.Content, board.Head, true, at, EventKind.ContentApproved, "Duyệt nội dung phiên bản 1");
        if (document.State > OutgoingState.FormatReview)
            at = Decide(
                document,
                ApprovalKind.Format,
                office.Clerk,
                true,
                at,
                EventKind.FormatApproved,
                $"Duyệt thể thức phiên bản 1, trình {signer.FullName} ký"
            );
        if (document.State > OutgoingState.Signing)
        {
            at = days.After(random, at, 3);
            (document.SignedAt, document.SigningMethod) = (at, "Ký trên giấy, đính kèm bản quét");
            batch.Happened(
                document.Id,
                EventKind.Signed,
                at,
                signer.AccountId,
                signer.Actor,
                "Ký phiên bản 1 (Ký trên giấy, đính kèm bản quét)"
            );
        }
        return at;
    }

    private DateTime Decide(
        OutgoingDocument document,
        ApprovalKind kind,
        DemoPerson by,
        bool approved,
        DateTime at,
        EventKind happened,
        string text
    )
    {
        at = days.After(random, at, 3);
        batch.Approvals.Add(
            new()
            {
                Id = Ids.At(at),
                OutgoingId = document.Id,
                Kind = kind,
                Approved = approved,
                DraftNumber = 1,
                AccountId = by.AccountId,
                At = at,
                Note = approved ? "" : "Bổ sung căn cứ, rà soát thời hạn báo cáo",
            }
        );
        batch.Happened(document.Id, happened, at, by.AccountId, by.Actor, text);
        return at;
    }

    private void Number(OutgoingDocument document, DateTime at, int receivers)
    {
        // The book goes by the day of the draft, so that the generated numbers and days never cross.
        var day = VietnamTime.DateOf(document.CreatedAt);
        var number = batch.Next(NextNumber.Sequence(document, day.Year));
        (document.Year, document.Number, document.NumberText) = (
            day.Year,
            number,
            DocumentNumber.Format(number, office.Notation(document))
        );
        document.NumberKey = NumberKeys.From(document.NumberText);
        (document.IssuedOn, document.IssuedAt, document.Copies) = (day, at, receivers);
        batch.Happened(
            document.Id,
            EventKind.Issued,
            at,
            office.Clerk.AccountId,
            office.Clerk.Actor,
            $"Cấp số {document.NumberText}, phát hành tới {receivers.Grouped()} đơn vị"
        );
    }

    /// <summary>One in eight to all units right below, the others to a few.</summary>
    private IReadOnlyList<ReceiverUnit> Receivers() =>
        random.Next(8) == 0 || office.Districts.Count < 6
            ? office.Districts
            : [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Pick(office.Districts)).Distinct()];
}
