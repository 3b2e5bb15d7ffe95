using System.Text;
using DoanKet.Contracts.Desk;
using DoanKet.Kernel;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Settings;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Desk.Letters;

/// <summary>Writes the letter of the morning as plain text.</summary>
internal sealed class WriteLetter(IOptions<SiteOptions> options, TimeProvider time)
{
    /// <summary>Most lines of a group, and of notices; the rest is in the program.</summary>
    private const int PerGroup = 5,
        Notices = 20;

    public static string Subject(IReadOnlyList<WaitingGroup> groups, int notices)
    {
        var (waiting, overdue) = (groups.Sum(g => g.Count), groups.Sum(g => g.Overdue));
        return waiting == 0 ? $"Đoàn Kết: {notices} thông báo chưa đọc"
            : overdue == 0 ? $"Đoàn Kết: {waiting} việc đang chờ anh/chị"
            : $"Đoàn Kết: {waiting} việc đang chờ anh/chị, {overdue} việc quá hạn";
    }

    public string Text(string fullName, IReadOnlyList<WaitingGroup> groups, IReadOnlyList<Notice> notices)
    {
        var site = options.Value.Address?.ToString().TrimEnd('/');
        var text = new StringBuilder($"Kính gửi anh/chị {fullName},\n\nViệc của anh/chị sáng {time.Today().Show()}:\n");
        foreach (var group in groups)
        {
            text.Append($"\n{group.Group}: {group.Count}\n");
            foreach (var item in group.Items.Take(PerGroup))
                Line(text, item.Due is { } due ? $"{item.Title} (hạn {due.Show()})" : item.Title, site, item.Page ?? item.Link);
            More(text, group.Count - Math.Min(PerGroup, group.Items.Count));
        }
        if (groups.Count == 0)
            text.Append("\nKhông có việc nào đang chờ.\n");
        if (notices.Count > 0)
            text.Append($"\nThông báo chưa đọc: {notices.Count}\n");
        foreach (var notice in notices.Take(Notices))
            Line(text, $"{notice.At.Show()}: {notice.Text}", site, notice.Link);
        More(text, notices.Count - Notices);
        text.Append(
            $"\nHãy mở {site ?? "chương trình Đoàn Kết"} để xem và xử lý. Muốn nhận thư cách khác, mở “Thông báo” rồi “Cách nhận thư”. "
        );
        return text.Append("Thư này do chương trình tự gửi; xin đừng trả lời.\n").ToString();
    }

    private static void Line(StringBuilder text, string words, string? site, string link) =>
        text.Append($"- {words}\n").Append(site is null ? "" : $"  {site}{link}\n");

    private static void More(StringBuilder text, int more) => text.Append(more > 0 ? $"… và {more} mục khác.\n" : "");
}
