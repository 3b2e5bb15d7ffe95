using DoanKet.Kernel.Results;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Members.Importing;

/// <summary>A list as it was understood.</summary>
/// <param name="Rows">Read from the file while they are looked at; a file that changes meanwhile throws a SheetException.</param>
internal sealed record MemberList(SheetLayout Layout, IEnumerable<MemberRow> Rows);

/// <summary>Reads a foreign .xlsx, .xls or .csv as a list of members; nothing of the registry is asked.</summary>
internal static class ReadMemberList
{
    private const string Unreadable = "Không đọc được tệp. Hãy mở bằng Excel, lưu lại dạng .xlsx không đặt mật khẩu, rồi chọn lại.",
        TooLarge = "Tệp quá lớn: mỗi lần nhập nhiều nhất 300.000 dòng, 120 MB. Hãy chia thành nhiều tệp.",
        NoName = "Không thấy cột họ tên. Hãy đặt tiêu đề “Họ và tên” trên cột ấy; danh sách phải ở trang tính đầu tiên của tệp.";

    public const string Empty = "Tệp không có dòng nào là người.";

    /// <param name="file">Seekable; read once for what its columns show and once for its people, so that it never lies in memory.</param>
    public static Result<MemberList> Read(Stream file, DateOnly today, CancellationToken ct)
    {
        IEnumerable<SheetLine> Lines() => SheetReader.Lines(file, SheetLimits.Large, ct);
        try
        {
            var start = Lines().Take(SheetLayout.Start).ToList();
            var layout = SheetLayout.Find(start, today);
            if (!layout.HasName)
                return Result<MemberList>.Fail(start.Count == 0 ? Empty : NoName, "Sheet");
            var traits = ColumnTraits.Of(Lines(), layout);
            return new MemberList(layout, new RowReader(layout, traits, today).Rows(Lines()));
        }
        catch (SheetException e)
        {
            return Result<MemberList>.Fail(Words(e), "Sheet");
        }
    }

    /// <summary>What the officer can do about it.</summary>
    public static string Words(SheetException e) => e.Fault == SheetFault.TooLarge ? TooLarge : Unreadable;
}
