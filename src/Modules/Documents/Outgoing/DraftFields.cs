using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What the drafter says about a draft; the number and the date come at issue.</summary>
internal sealed record DraftFields(
    string KindCode,
    string Subject,
    Urgency Urgency,
    DateOnly? ReplyBy,
    Guid? SignerId,
    string Authority,
    string Note
);

internal static class DraftRules
{
    /// <summary>Everything that is wrong with the fields, and the signer they name.</summary>
    public static async Task<(Check Check, SignerRow? Signer)> CheckAsync(
        this DraftFields fields,
        Signers signers,
        DocumentKinds kinds,
        Guid officeId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var leaders = await signers.OfAsync(officeId, ct);
        var signer = leaders.FirstOrDefault(s => s.AccountId == fields.SignerId);
        signer = signer is null ? null : signer with { Authority = SigningAuthority.Of(fields.Authority, signer, leaders) };
        var check = new Check()
            .That(kinds.IsDrafted(fields.KindCode), nameof(fields.KindCode), "Hãy chọn loại văn bản.")
            .Filled(fields.Subject, nameof(fields.Subject), "Hãy ghi trích yếu: một câu nói rõ văn bản về việc gì.")
            .AtMost(fields.Subject, OutgoingDocument.MaxSubject, nameof(fields.Subject), "Trích yếu")
            .AtMost(signer?.Authority ?? fields.Authority, OutgoingDocument.MaxSignerAuthority, nameof(fields.Authority), "Quyền hạn ký")
            .AtMost(fields.Note, OutgoingDocument.MaxNote, nameof(fields.Note), "Ghi chú")
            .That(
                fields.ReplyBy is not { } day || day >= today,
                nameof(fields.ReplyBy),
                "Hạn trả lời đã qua; hãy chọn một ngày từ hôm nay trở đi."
            )
            .That(fields.ReplyBy is null || fields.ReplyBy <= DeadlineLimit.Latest(today), nameof(fields.ReplyBy), DeadlineLimit.TooFar)
            .That(signer is not null, nameof(fields.SignerId), "Hãy chọn người ký trong số lãnh đạo đang giữ chức của cơ quan.");
        return (check, signer);
    }

    public static void Take(this OutgoingDocument document, DraftFields fields, SignerRow signer)
    {
        document.KindCode = fields.KindCode;
        document.Subject = fields.Subject.Trim();
        document.Urgency = fields.Urgency;
        document.ReplyBy = fields.ReplyBy;
        document.SignerId = signer.AccountId;
        (document.SignerAuthority, document.SignerName, document.SignerTitle) = (signer.Authority, signer.FullName, signer.Title);
        document.Note = fields.Note.Trim();
    }
}
