using System.CommandLine;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Commands;

/// <summary>What <c>doanket sign</c> can be told.</summary>
internal sealed class SignOptionSet
{
    public Argument<FileInfo> Input { get; } = new("IN") { Description = "Tệp PDF cần ký" };
    public Argument<FileInfo> Output { get; } = new("OUT") { Description = "Tệp đã ký" };
    public Option<FileInfo> KeyFile { get; } = new("--p12") { Description = "Khóa và chứng thư số: tệp PKCS#12", Required = true };

    public Option<FileInfo> PasswordFile { get; } = new("--password-file") { Description = "Tệp chứa mật khẩu của khóa", Required = true };

    public Option<PadesLevel> Level { get; } =
        new("--level") { Description = "B, T (dấu thời gian), LT (kèm tình trạng chứng thư) hoặc LTA (lưu trữ lâu dài)" };

    public Option<string?> TimeStampServer { get; } = new("--tsa") { Description = "Địa chỉ máy chủ cấp dấu thời gian (RFC 3161)" };
    public Option<string?> Field { get; } = new("--field") { Description = "Ô chữ ký có sẵn, hoặc tên ô mới" };
    public Option<int> Page { get; } = new("--page") { Description = "Trang, tính từ 1", DefaultValueFactory = _ => 1 };

    public Option<string?> Rectangle { get; } =
        new("--rect") { Description = "x,y,w,h: chỗ của hình, tính bằng điểm in từ góc dưới bên trái của trang đang hiển thị" };

    public Option<FileInfo?> Image { get; } = new("--image") { Description = "Hình chữ ký hoặc con dấu, PNG" };
    public Option<string?> Reason { get; } = new("--reason") { Description = "Lý do ký" };
    public Option<FileInfo?> PdfPasswordFile { get; } = new("--pdf-password-file") { Description = "Tệp chứa mật khẩu mở tệp PDF" };
    public Option<bool> Pss { get; } = new("--pss") { Description = "Ký bằng RSASSA-PSS thay cho PKCS#1 v1.5" };

    public void AddTo(Command command)
    {
        foreach (var argument in (Argument[])[Input, Output])
            command.Add(argument);
        Option[] options = [KeyFile, PasswordFile, Level, TimeStampServer, Field, Page, Rectangle, Image, Reason, PdfPasswordFile, Pss];
        foreach (var option in options)
            command.Add(option);
    }
}
