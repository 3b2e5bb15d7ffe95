namespace DoanKet.OfficialFormat;

/// <summary>The rows behind <see cref="DocumentKind"/>.</summary>
internal static class KindCatalogue
{
    private const string Article7 = "Nghị định 30/2020/NĐ-CP, điều 7";
    private const string Article25 = "Nghị định 30/2020/NĐ-CP, điều 25";
    private const string LawOfTexts = "Luật Ban hành văn bản quy phạm pháp luật";
    private const string PartyRule = "Quy định 399-QĐ/TW";

    internal static readonly IReadOnlyList<DocumentKind> All =
    [
        Administrative("NQ", "Nghị quyết"),
        Administrative("QĐ", "Quyết định"),
        Administrative("CT", "Chỉ thị"),
        Administrative("QC", "Quy chế"),
        Administrative("QyĐ", "Quy định"),
        Administrative("TC", "Thông cáo"),
        Administrative("TB", "Thông báo"),
        Administrative("HD", "Hướng dẫn"),
        Administrative("CTr", "Chương trình"),
        Administrative("KH", "Kế hoạch"),
        Administrative("PA", "Phương án"),
        Administrative("ĐA", "Đề án"),
        Administrative("DA", "Dự án"),
        Administrative("BC", "Báo cáo"),
        Administrative("BB", "Biên bản"),
        Administrative("TTr", "Tờ trình"),
        Administrative("HĐ", "Hợp đồng"),
        new(DocumentKind.OfficialLetter, "Công văn", null, KindGroup.Administrative, Article7),
        Administrative("CĐ", "Công điện"),
        Administrative("BGN", "Bản ghi nhớ"),
        Administrative("BTT", "Bản thỏa thuận"),
        Administrative("GUQ", "Giấy ủy quyền"),
        Administrative("GM", "Giấy mời"),
        Administrative("GGT", "Giấy giới thiệu"),
        Administrative("GNP", "Giấy nghỉ phép"),
        Administrative("PG", "Phiếu gửi"),
        Administrative("PC", "Phiếu chuyển"),
        Administrative("PB", "Phiếu báo"),
        new("ThC", "Thư công", null, KindGroup.Administrative, Article7),
        new("SY", "Sao y", "SY", KindGroup.Copy, Article25),
        new("TrS", "Trích sao", "TrS", KindGroup.Copy, Article25),
        new("SL", "Sao lục", "SL", KindGroup.Copy, Article25),
        new("L", "Luật", null, KindGroup.Law, LawOfTexts),
        new("PL", "Pháp lệnh", null, KindGroup.Law, LawOfTexts),
        Law("NĐ", "Nghị định"),
        Law("TT", "Thông tư"),
        Law("TTLT", "Thông tư liên tịch"),
        Law("NQLT", "Nghị quyết liên tịch"),
        new("KL", "Kết luận", "KL", KindGroup.Party, PartyRule),
    ];

    private static DocumentKind Administrative(string code, string name) => new(code, name, code, KindGroup.Administrative, Article7);

    private static DocumentKind Law(string code, string name) => new(code, name, code, KindGroup.Law, LawOfTexts);
}
