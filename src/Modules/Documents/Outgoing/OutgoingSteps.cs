using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;
using static DoanKet.Modules.Documents.Shared.OutgoingState;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The acts, in their order (Nghị định 30/2020, điều 10 to 18).</summary>
internal static class OutgoingSteps
{
    private static readonly Func<OutgoingDocument, CurrentUser, bool> Drafts = (d, u) => u.Can(Permissions.Draft, d.DraftingUnit),
        ApprovesContent = (d, u) => u.Can(Permissions.ApproveContent, d.DraftingUnit),
        ApprovesFormat = (d, u) => u.Can(Permissions.ApproveFormat, d.Unit),
        CoSigns = (d, u) => d.NextCoSigner?.AccountId == u.AccountId,
        Signs = (d, u) => d.SignerId is { } signer && u.AccountIds.Contains(signer) && u.Can(Permissions.Sign, d.Unit);

    public static readonly OutgoingStep Edit = new(Drafts, "Chỉ đơn vị soạn thảo mới sửa được dự thảo này.", Draft);

    public static readonly OutgoingStep Upload = new(
        Drafts,
        "Chỉ đơn vị soạn thảo mới gửi được phiên bản mới.",
        Draft,
        ContentReview,
        FormatReview,
        Signing
    );

    /// <summary>Everybody whose work the draft is may say something about a page of it, until it is signed.</summary>
    public static readonly OutgoingStep Comment = new(
        (d, u) => Drafts(d, u) || ApprovesContent(d, u) || ApprovesFormat(d, u) || Signs(d, u),
        "Chỉ người soạn, người duyệt và người ký mới góp ý được cho dự thảo này.",
        Draft,
        ContentReview,
        FormatReview,
        Signing
    );

    public static readonly OutgoingStep Submit = new(Drafts, "Chỉ đơn vị soạn thảo mới trình được dự thảo này.", Draft);

    /// <summary>The head of the drafting unit; where the office itself drafts, its leader (điều 12.1).</summary>
    public static readonly OutgoingStep ApproveContent = new(
        ApprovesContent,
        "Chỉ người đứng đầu đơn vị soạn thảo mới duyệt được nội dung.",
        ContentReview
    );

    /// <summary>The office's clerk (điều 12.2).</summary>
    public static readonly OutgoingStep ApproveFormat = new(ApprovesFormat, "Chỉ văn thư cơ quan mới duyệt được thể thức.", FormatReview);

    /// <summary>Whoever has to decide may also send it back with a reason.</summary>
    public static readonly OutgoingStep SendBack = new(
        (d, u) =>
            d.State switch
            {
                ContentReview => ApprovesContent(d, u),
                FormatReview => ApprovesFormat(d, u),
                Signing => Signs(d, u) || CoSigns(d, u),
                _ => false,
            },
        "Chỉ người đang được trình mới trả lại được dự thảo.",
        ContentReview,
        FormatReview,
        Signing
    );

    /// <summary>Those who sign beside the signer, one after the other and before the signer; nobody in their place.</summary>
    public static readonly OutgoingStep CoSign = new(CoSigns, "Chưa đến lượt anh/chị ký văn bản này.", Signing);

    /// <summary>The competent person named in the draft (điều 13), or who stands in for that person with a right to sign.</summary>
    public static readonly OutgoingStep Sign = new(
        (d, u) => d.NextCoSigner is null && Signs(d, u),
        "Còn người cùng ký chưa ký, hoặc anh/chị không phải người ký được nêu trong dự thảo hay người được ủy quyền ký thay.",
        Signing
    );

    /// <summary>The way of paper: the clerk gives number and day before it is printed for signing.</summary>
    public static readonly OutgoingStep Reserve = new(
        (d, u) => !d.HoldsNumber && u.Can(Permissions.Issue, d.Unit),
        "Chỉ văn thư cơ quan mới giữ số được, mỗi văn bản một số.",
        Signing,
        Signed
    );

    public static readonly OutgoingStep GiveNumberBack = new(
        (d, u) => d.HoldsNumber && u.Can(Permissions.Issue, d.Unit),
        "Văn bản không giữ số, hoặc không thuộc cơ quan mà anh/chị làm văn thư.",
        Draft,
        ContentReview,
        FormatReview,
        Signing,
        Signed
    );

    /// <summary>The clerk attaches the paper that was signed and stamped under its reserved number.</summary>
    public static readonly OutgoingStep AttachSigned = new(
        (d, u) => d.HoldsNumber && u.Can(Permissions.Issue, d.Unit),
        "Chỉ văn thư cơ quan mới đính được bản giấy đã ký, sau khi đã giữ số.",
        Signing
    );

    /// <summary>Number, day and the unit's seal into the file itself, once (điều 15, 17).</summary>
    public static readonly OutgoingStep Seal = new(
        (d, u) => d.SealedAt is null && u.Can(Permissions.Issue, d.Unit),
        "Chỉ văn thư cơ quan mới đóng dấu số được, mỗi văn bản một lần.",
        Signed
    );

    public static readonly OutgoingStep Issue = new(
        (d, u) => u.Can(Permissions.Issue, d.Unit),
        "Chỉ văn thư cơ quan mới cấp số và phát hành được.",
        Signed
    );
}
