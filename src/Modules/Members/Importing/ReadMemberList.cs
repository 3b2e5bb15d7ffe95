using DoanKet.Kernel.Results;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Members.Importing;

/// <summary>A list as it was understood.</summary>
internal sealed record MemberList(SheetLayout Layout, IReadOnlyList<MemberRow> Rows);

/// <summary>Reads a foreign .xlsx, .xls or .csv as a list of members; nothing of the registry is asked.</summary>
internal static class ReadMemberList
{
    private const string Unreadable = "Không đọc được tệp. Hãy mở bằng Excel, lưu lại dạng .xlsx không đặt mật khẩu, rồi chọn lại.",
        TooLarge = "Tệp quá lớn: mỗi lần nhập nhiều nhất 300.000 dòng, 120 MB. Hãy chia thành nhiều tệp.",
        NoName = "Không thấy cột họ tên. Hãy đặt tiêu đề “Họ và tên” trên cột ấy; danh sách phải ở trang tính đầu tiên của tệp.",
        Empty = "Tệp không có dòng nào là người.";

    /// <param name="file">Seekable.</param>
    public static Result<MemberList> Read(Stream file, DateOnly today, CancellationToken ct)
    {
        IReadOnlyList<SheetLine> lines;
        try
        {
            lines = SheetReader.Read(file, SheetLimits.Large, ct);
        }
        catch (SheetException e)
        {
            return Result<MemberList>.Fail(e.Fault == SheetFault.TooLarge ? TooLarge : Unreadable, "Sheet");
        }
        var layout = SheetLayout.Find(lines, today);
        if (!layout.HasName)
            return Result<MemberList>.Fail(lines.Count == 0 ? Empty : NoName, "Sheet");
        var rows = new RowReader(layout, lines, today).Rows().ToList();
        return rows.Count == 0 ? Result<MemberList>.Fail(Empty, "Sheet") : new MemberList(layout, rows);
    }
}
