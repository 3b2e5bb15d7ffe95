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
)
{
    /// <summary>Accounts of those who sign beside the signer.</summary>
    public IReadOnlyList<Guid> CoSigners { get; init; } = [];
}

/// <summary>The people whom the fields name, found among those who may sign.</summary>
internal sealed record DraftSigners(SignerRow Signer, IReadOnlyList<SignerRow> Together);

internal static class DraftRules
{
    /// <summary>Everything that is wrong with the fields, and the signers they name; null when there is no signer.</summary>
    public static async Task<(Check Check, DraftSigners? Signers)> CheckAsync(
        this DraftFields fields,
        Signers signers,
        DocumentKinds kinds,
        Guid officeId,
        Guid draftingUnitId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var leaders = await signers.OfAsync(officeId, ct);
        var signer = leaders.FirstOrDefault(s => s.AccountId == fields.SignerId);
        signer = signer is null ? null : signer with { Authority = SigningAuthority.Of(fields.Authority, signer, leaders) };
        var together = fields.CoSigners.Count == 0 ? [] : await signers.TogetherAsync(officeId, draftingUnitId, ct);
        var chosen = together.Where(t => fields.CoSigners.Contains(t.AccountId)).ToList();
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
        CheckCoSigners(check, fields, signer, chosen);
        return (check, signer is null ? null : new(signer, chosen));
    }

    private static void CheckCoSigners(Check check, DraftFields fields, SignerRow? signer, List<SignerRow> chosen) =>
        check
            .That(
                chosen.Count == fields.CoSigners.Distinct().Count(),
                nameof(fields.CoSigners),
                "Có người cùng ký không còn trong danh sách; hãy tải lại trang và chọn lại."
            )
            .That(
                chosen.All(c => c.AccountId != fields.SignerId),
                nameof(fields.CoSigners),
                $"{signer?.FullName} là người ký; không chọn làm người cùng ký nữa."
            )
            .That(chosen.Count <= CoSigner.Most, nameof(fields.CoSigners), $"Nhiều nhất {CoSigner.Most} người cùng ký.");

    public static void Take(this OutgoingDocument document, DraftFields fields, DraftSigners signers)
    {
        var signer = signers.Signer;
        document.KindCode = fields.KindCode;
        document.Subject = fields.Subject.Trim();
        document.Urgency = fields.Urgency;
        document.ReplyBy = fields.ReplyBy;
        document.SignerId = signer.AccountId;
        (document.SignerAuthority, document.SignerName, document.SignerTitle) = (signer.Authority, signer.FullName, signer.Title);
        document.Note = fields.Note.Trim();
        document.TakeCoSigners(signers.Together);
    }

    private static void TakeCoSigners(this OutgoingDocument document, IReadOnlyList<SignerRow> together)
    {
        document.CoSigners.RemoveAll(before => together.All(person => person.AccountId != before.AccountId));
        foreach (var (index, person) in together.Index())
        {
            var coSigner = document.CoSigners.Find(before => before.AccountId == person.AccountId);
            if (coSigner is null)
                document.CoSigners.Add(
                    coSigner = new()
                    {
                        AccountId = person.AccountId,
                        Name = person.FullName,
                        Title = person.Title,
                    }
                );
            coSigner.Ordinal = index + 1;
        }
    }
}
