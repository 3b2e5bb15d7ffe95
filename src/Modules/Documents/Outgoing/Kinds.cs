namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A kind of administrative document (điều 7) and its abbreviation (phụ lục III); công văn has none.</summary>
internal sealed record Kind(string Code, string Name, string Abbreviation);

internal static class Kinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("CV", "Công văn", ""), new("NQ", "Nghị quyết", "NQ"), new("QĐ", "Quyết định", "QĐ"), new("HD", "Hướng dẫn", "HD"), new("KH", "Kế hoạch", "KH"),
        new("BC", "Báo cáo", "BC"), new("TB", "Thông báo", "TB"), new("GM", "Giấy mời", "GM"), new("TTr", "Tờ trình", "TTr"), new("CTr", "Chương trình", "CTr"),
    ];

    public static Kind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);
}
