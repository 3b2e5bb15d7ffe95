using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Commenting;

/// <summary>Says something about one page of the version that the person has before the eyes; the drafter is told.</summary>
internal sealed class AddComment(UnionDb db, TakeStep take, UserContext user, History history, Notices notices, TimeProvider time)
{
    /// <summary>More than any draft has.</summary>
    private const int MaxPage = 5000;

    /// <param name="Seen">Number of the version that the page showed.</param>
    /// <param name="Number">Of the page, from 1.</param>
    /// <param name="Annex">Which file beside the text, from 1; null for the text.</param>
    internal sealed record Input(Guid Id, int Seen, int Number, string Text, int? Annex = null);

    public Task<Result<StepOutcome>> HandleAsync(Input input, CancellationToken ct) =>
        take.RunAsync(
            input.Id,
            OutgoingSteps.Comment,
            async document =>
            {
                var text = input.Text.Trim();
                var version = await db
                    .Drafts.AsNoTracking()
                    .Include(v => v.Annexes)
                    .FirstOrDefaultAsync(v => v.OutgoingId == document.Id && v.Number == input.Seen, ct);
                var annex = version?.Annexes.Find(a => a.Ordinal == input.Annex)?.FileName ?? "";
                var check = new Check()
                    .Filled(text, nameof(input.Text), "Hãy ghi góp ý: cần sửa chỗ nào, sửa thế nào.")
                    .AtMost(text, PageComment.MaxText, nameof(input.Text), "Góp ý")
                    .That(input.Number is > 0 and <= MaxPage, nameof(input.Number), "Hãy ghi số trang, bắt đầu từ 1.")
                    .That(
                        version is not null && (input.Annex is null || annex.Length > 0),
                        "",
                        "Không tìm thấy phiên bản này của dự thảo. Hãy mở lại trang rồi góp ý."
                    );
                if (!check.Ok)
                    return check.AsResult();
                db.Add(
                    new PageComment
                    {
                        Id = Ids.New(),
                        OutgoingId = document.Id,
                        DraftNumber = input.Seen,
                        Page = input.Number,
                        Annex = annex,
                        Text = text,
                        AccountId = user.Required.AccountId,
                        At = time.UtcDateTime(),
                    }
                );
                history.Record(
                    document,
                    EventKind.Note,
                    "documents.outgoing.commented",
                    $"Góp ý trang {input.Number}{(annex.Length > 0 ? $" của {annex}" : "")}, phiên bản {input.Seen}"
                );
                await TellAsync(document, ct);
                return Result.Success;
            },
            ct
        );

    /// <summary>One line in the drafter's bell for all that was said since it was looked at.</summary>
    private async Task TellAsync(OutgoingDocument document, CancellationToken ct)
    {
        if (document.DrafterId == user.Required.AccountId)
            return;
        var text = Notice.Cut($"Có góp ý cho dự thảo: {document.Subject}");
        var told = db.Set<Notice>().Where(n => n.AccountId == document.DrafterId && n.ReadAt == null && n.Text == text);
        if (!await told.AnyAsync(ct))
            await notices.TellAsync(document.DrafterId, text, $"{document.Link}/gop-y", ct);
    }
}
