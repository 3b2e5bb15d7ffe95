using System.Globalization;
using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using DoanKet.PaperForms;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>What the paper of a generated document says: the same as its record, so that reading it fills in the same form.</summary>
/// <param name="office">The unit's name, and the place where it sits.</param>
internal sealed class DemoLetters((string Name, string Place) office)
{
    private const string Foot = "Văn bản trình diễn do phần mềm Đoàn Kết sinh ra; không phải văn bản của cơ quan nào.";

    private static readonly string[] Body =
    [
        "Thực hiện chương trình công tác năm, nhằm chăm lo tốt hơn đời sống và quyền, lợi ích hợp pháp, chính đáng của đoàn viên, người "
            + "lao động, cơ quan ban hành văn bản này với các nội dung sau:",
        "1. Phổ biến đầy đủ, kịp thời tới đoàn viên, người lao động; phân công người theo dõi, đôn đốc và chịu trách nhiệm về kết quả "
            + "thực hiện tại đơn vị.",
        "2. Phối hợp với người sử dụng lao động và các cơ quan liên quan trong quá trình triển khai; bảo đảm thiết thực, tiết kiệm, "
            + "không hình thức.",
        "3. Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Văn phòng để được hướng dẫn.",
    ];

    public LetterPaper Of(IncomingDocument document, int? replyDays) =>
        new()
        {
            Issuer = document.Issuer,
            Number = "Số: " + document.NumberText,
            PlaceAndDay = PlaceAndDay(document.IssuedOn),
            Kind = Kind(document.KindCode),
            Subject = document.Subject,
            Addressees = Kind(document.KindCode).Length == 0 ? [office.Name] : [],
            Paragraphs = Paragraphs(replyDays is { } days ? document.IssuedOn?.AddDays(days + 7) : null),
            SignerPosition = Position(document.SignerTitle),
            SignerName = document.SignerName,
            Recipients = ["Như trên;", $"{office.Name};", "Lưu: VT."],
            Foot = Foot,
        };

    /// <summary>A draft, whose number and day are still open, or the paper that was issued.</summary>
    public LetterPaper Of(OutgoingDocument document, string notation) =>
        new()
        {
            Superior = "Tổng Liên đoàn Lao động Việt Nam",
            Issuer = office.Name,
            Number = "Số: " + (document.NumberText.Length > 0 ? document.NumberText : Blank(6) + "/" + notation),
            PlaceAndDay = PlaceAndDay(document.IssuedOn, VietnamTime.DateOf(document.CreatedAt).Year),
            Kind = Kind(document.KindCode),
            Subject = document.Subject,
            Addressees = Kind(document.KindCode).Length == 0 ? ["Các đơn vị trực thuộc"] : [],
            Paragraphs = Paragraphs(document.ReplyBy),
            SignerPosition = ["TM. Ban Thường vụ", .. Position(document.SignerTitle)],
            SignerName = document.SignerName,
            Recipients = ["Như trên;", "Thường trực;", "Lưu: VT."],
            Foot = Foot,
        };

    /// <summary>The paper of documents of long ago, which share it.</summary>
    public LetterPaper Shared(int number) =>
        new()
        {
            Issuer = office.Name,
            Number = "Số: " + Blank(6) + "/TD",
            PlaceAndDay = PlaceAndDay(null),
            Kind = "Văn bản trình diễn",
            Subject = "Mẫu số " + number.ToString(CultureInfo.InvariantCulture),
            Paragraphs = Body,
            Recipients = ["Như trên;", "Lưu: VT."],
            Foot = Foot,
        };

    private static string Kind(string code) => code != "CV" && DocumentKind.Find(code) is { } kind ? kind.Name : "";

    private static IReadOnlyList<string> Position(string title) =>
        title.StartsWith("Phó ", StringComparison.Ordinal) ? ["KT. " + title[4..], title] : [title];

    private static IReadOnlyList<string> Paragraphs(DateOnly? replyBy) =>
        [
            .. Body,
            .. replyBy is { } day
                ? [$"Đề nghị các đơn vị báo cáo kết quả thực hiện về cơ quan ban hành trước ngày {day.Show()}."]
                : (string[])[],
            "Đề nghị các đơn vị quan tâm, triển khai thực hiện./.",
        ];

    /// <summary>Days below ten and the first two months with a nought before them (phụ lục I).</summary>
    /// <param name="year">Printed where the day is still open; null where it is, too.</param>
    private string PlaceAndDay(DateOnly? on, int? year = null) =>
        on is { } day
            ? $"{office.Place}, {VietnameseDate.Format(day)}"
            : $"{office.Place}, ngày {Blank(5)}tháng {Blank(5)}năm {year?.ToString(CultureInfo.InvariantCulture) ?? Blank(7)}";

    /// <summary>Room to be filled in by hand.</summary>
    private static string Blank(int width) => new('\u00A0', width);
}
