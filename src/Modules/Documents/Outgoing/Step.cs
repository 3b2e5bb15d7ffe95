using DoanKet.Kernel.Access;
using static DoanKet.Modules.Documents.Outgoing.OutgoingState;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>One act in the life of an outgoing document: from which states, by whom. Pages show it and handlers check it by the same
/// rule.</summary>
/// <param name="Refusal">What a person hears who may not do it.</param>
internal sealed record Step(Func<OutgoingDocument, CurrentUser, bool> Allowed, string Refusal, params OutgoingState[] From)
{
    public bool IsOpenTo(OutgoingDocument document, CurrentUser user) => From.Contains(document.State) && Allowed(document, user);
}

/// <summary>The acts, in their order (Nghị định 30/2020, điều 10 to 18).</summary>
internal static class Steps
{
    private static readonly Func<OutgoingDocument, CurrentUser, bool> Drafts = (d, u) => u.Can(Permissions.Draft, d.DraftingUnit),
        ApprovesContent = (d, u) => u.Can(Permissions.ApproveContent, d.DraftingUnit),
        ApprovesFormat = (d, u) => u.Can(Permissions.ApproveFormat, d.Unit),
        Signs = (d, u) => d.SignerId == u.AccountId && u.Can(Permissions.Sign, d.Unit);

    public static readonly Step Edit = new(Drafts, "Chỉ đơn vị soạn thảo mới sửa được dự thảo này.", Draft);

    public static readonly Step Upload = new(
        Drafts,
        "Chỉ đơn vị soạn thảo mới gửi được phiên bản mới.",
        Draft,
        ContentReview,
        FormatReview,
        Signing
    );

    public static readonly Step Submit = new(Drafts, "Chỉ đơn vị soạn thảo mới trình được dự thảo này.", Draft);

    /// <summary>The head of the drafting unit; where the office itself drafts, its leader (điều 12.1).</summary>
    public static readonly Step ApproveContent = new(
        ApprovesContent,
        "Chỉ người đứng đầu đơn vị soạn thảo mới duyệt được nội dung.",
        ContentReview
    );

    /// <summary>The office's clerk (điều 12.2).</summary>
    public static readonly Step ApproveFormat = new(ApprovesFormat, "Chỉ văn thư cơ quan mới duyệt được thể thức.", FormatReview);

    /// <summary>Whoever has to decide may also send it back with a reason.</summary>
    public static readonly Step SendBack = new(
        (d, u) =>
            d.State switch
            {
                ContentReview => ApprovesContent(d, u),
                FormatReview => ApprovesFormat(d, u),
                Signing => Signs(d, u),
                _ => false,
            },
        "Chỉ người đang được trình mới trả lại được dự thảo.",
        ContentReview,
        FormatReview,
        Signing
    );

    /// <summary>The competent person named in the draft and nobody else (điều 13).</summary>
    public static readonly Step Sign = new(Signs, "Chỉ người ký được nêu trong dự thảo mới ký được.", Signing);

    public static readonly Step Issue = new(
        (d, u) => u.Can(Permissions.Issue, d.Unit),
        "Chỉ văn thư cơ quan mới cấp số và phát hành được.",
        Signed
    );
}
