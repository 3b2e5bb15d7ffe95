using DoanKet.Kernel;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using DoanKet.PaperForms;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents.Templates;

/// <summary>What a template is filled with: what is known of the draft, by the names of the places.</summary>
internal sealed class TemplateValues(Notations notations, DocumentKinds kinds, TimeProvider time)
{
    /// <summary>The names of the places, with what they mean.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Places { get; } =
    [
        ("cơ quan cấp trên", "tên đơn vị cấp trên, chữ in hoa"),
        ("cơ quan", "tên cơ quan ban hành, chữ in hoa"),
        ("đơn vị soạn", "tên ban, đơn vị soạn thảo"),
        ("số ký hiệu", "phần ký hiệu để sẵn, chừa chỗ ghi số"),
        ("ngày tháng", "ngày … tháng … của năm nay"),
        ("tên loại", "ví dụ KẾ HOẠCH"),
        ("trích yếu", "như đã nhập"),
        ("quyền hạn", "ví dụ TM. BAN THƯỜNG VỤ"),
        ("chức vụ", "của người ký, chữ in hoa"),
        ("người ký", "họ và tên"),
        ("người soạn", "họ và tên"),
        ("hạn trả lời", "như đã nhập"),
    ];

    private static readonly HashSet<string> Known = [.. Places.Select(place => Fold.Text(place.Name))];

    public static bool IsKnown(string place) => Known.Contains(Fold.Text(place));

    /// <param name="document">With its unit and the unit's parent, its drafting unit and its drafter.</param>
    public IReadOnlyDictionary<string, string> Of(OutgoingDocument document) =>
        new Dictionary<string, string>
        {
            ["cơ quan cấp trên"] = (document.Unit.Parent?.Name ?? "").ToUpperInvariant(),
            ["cơ quan"] = document.Unit.Name.ToUpperInvariant(),
            ["đơn vị soạn"] = document.DraftingUnit.Name,
            ["số ký hiệu"] = NumberOf(document),
            ["ngày tháng"] = DayOf(document),
            ["tên loại"] = kinds.Name(document.KindCode).ToUpperInvariant(),
            ["trích yếu"] = document.Subject,
            ["quyền hạn"] = document.SignerAuthority,
            ["chức vụ"] = document.SignerTitle.ToUpperInvariant(),
            ["người ký"] = document.SignerName,
            ["người soạn"] = document.Drafter.FullName,
            ["hạn trả lời"] = document.ReplyBy?.Show() ?? "",
        };

    /// <summary>The general form of the decree, for a unit without templates.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public LetterPaper Letter(OutgoingDocument document) =>
        new()
        {
            Superior = document.Unit.Parent?.Name ?? "",
            Issuer = document.Unit.Name,
            Number = "Số: " + NumberOf(document),
            PlaceAndDay = "……, " + DayOf(document),
            Kind = document.KindCode == DocumentKind.OfficialLetter ? "" : kinds.Name(document.KindCode),
            Subject = document.Subject,
            Paragraphs = ["……"],
            SignerPosition = [.. document.SignerAuthority.Split(", ", StringSplitOptions.RemoveEmptyEntries).Append(document.SignerTitle)],
            SignerName = document.SignerName,
            Recipients = ["Như trên;", "Lưu: VT."],
        };

    private string NumberOf(OutgoingDocument document) => document.HoldsNumber ? document.NumberText : $"……/{notations.For(document)}";

    private string DayOf(OutgoingDocument document) =>
        document.IssuedOn is { } day ? VietnameseDate.Format(day) : $"ngày … tháng … năm {time.Today().Year}";
}
