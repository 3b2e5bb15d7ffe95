using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>The registering form, as typed.</summary>
internal class RegisterInput
{
    /// <summary>Stands for what is not known of an envelope that may not be opened.</summary>
    public const string SealedSubject = "Bì không được bóc";

    public string? NumberText { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? Issuer { get; set; }

    public string? KindCode { get; set; }

    public string? Subject { get; set; }

    public string? SignerName { get; set; }

    public string? SignerTitle { get; set; }

    public Urgency Urgency { get; set; }

    public int? Pages { get; set; }

    public DateOnly? DueOn { get; set; }

    public string? Note { get; set; }

    public string? BookCode { get; set; }

    /// <summary>"Vẫn vào sổ": the clerk saw the duplicate and means it.</summary>
    public bool AcceptDuplicate { get; set; }

    /// <summary>As the record says it.</summary>
    public static T From<T>(IncomingDocument document)
        where T : RegisterInput, new() =>
        new()
        {
            NumberText = document.NumberText,
            IssuedOn = document.IssuedOn,
            Issuer = document.Issuer,
            KindCode = document.KindCode,
            Subject = document.Subject,
            SignerName = document.SignerName,
            SignerTitle = document.SignerTitle,
            Urgency = document.Urgency,
            Pages = document.Pages,
            DueOn = document.DueOn,
            Note = document.Note,
            BookCode = document.BookCode,
        };

    /// <summary>Checks what is printed on the document and writes it into the record.</summary>
    public void PutPrinted(IncomingDocument document, DocumentKinds kinds, DateOnly today, Check check)
    {
        check
            .That(IssuedOn is null || IssuedOn <= today, nameof(IssuedOn), "Ngày văn bản ở sau hôm nay; hãy xem lại trên văn bản.")
            .Filled(Issuer, nameof(Issuer), "Hãy ghi cơ quan, tổ chức ban hành.")
            .AtMost(Issuer, IncomingDocument.MaxIssuer, nameof(Issuer), "Cơ quan ban hành")
            .That(document.IsSealed || !string.IsNullOrWhiteSpace(Subject), nameof(Subject), "Hãy ghi trích yếu nội dung.")
            .AtMost(Subject, IncomingDocument.MaxSubject, nameof(Subject), "Trích yếu")
            .AtMost(NumberText, NumberKeys.MaxLength, nameof(NumberText), "Số, ký hiệu")
            .AtMost(SignerName, IncomingDocument.MaxSignerName, nameof(SignerName), "Người ký")
            .AtMost(SignerTitle, IncomingDocument.MaxSignerTitle, nameof(SignerTitle), "Chức vụ người ký")
            .That(
                string.IsNullOrEmpty(KindCode) || KindCode == document.KindCode || kinds.Has(KindCode),
                nameof(KindCode),
                "Hãy chọn loại văn bản trong danh sách."
            )
            .That(Enum.IsDefined(Urgency), nameof(Urgency), "Hãy chọn độ khẩn trong danh sách.");
        document.NumberText = Clean(NumberText);
        document.NumberKey = NumberKeys.From(NumberText);
        document.IssuedOn = IssuedOn;
        document.Issuer = Clean(Issuer);
        document.IssuerFold = Fold.Text(document.Issuer);
        document.KindCode = KindCode ?? "";
        document.Subject = document.IsSealed && string.IsNullOrWhiteSpace(Subject) ? SealedSubject : Clean(Subject);
        document.SignerName = Clean(SignerName);
        document.SignerTitle = Clean(SignerTitle);
        document.Urgency = Urgency;
        document.DuplicateKey = NumberKeys.Duplicate(NumberText, Issuer);
    }

    /// <summary>Checks and writes what the receiving unit adds itself.</summary>
    public void PutOwn(IncomingDocument document, ArrivalBooks books, DateOnly today, Check check)
    {
        check
            .That(Pages is null or >= 1 and <= 100_000, nameof(Pages), "Số trang là một số từ 1 trở lên.")
            .That(
                DueOn is null || document.IssuedOn is null || DueOn >= document.IssuedOn,
                nameof(DueOn),
                "Hạn xử lý trước ngày văn bản; hãy xem lại."
            )
            .That(DueOn is null || DueOn <= DeadlineLimit.Latest(today), nameof(DueOn), DeadlineLimit.TooFar)
            .AtMost(Note, IncomingDocument.MaxNote, nameof(Note), "Ghi chú")
            .That(BookCode == document.BookCode || books.Has(BookCode ?? ""), nameof(BookCode), "Hãy chọn sổ trong danh sách.");
        document.Pages = Pages ?? document.Pages;
        document.DueOn = DueOn ?? (document.Source == IncomingSource.Internal ? document.DueOn : null);
        document.Note = Clean(Note);
    }

    /// <summary>One line, no doubled spaces: what is pasted from a PDF carries line breaks.</summary>
    private static string Clean(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
