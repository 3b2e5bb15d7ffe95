using System.Text;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DoanKet.Kernel.Notifications;

/// <summary>
/// Mails people what stands unread in their bell: one mail for all of it, after a while, so that somebody who works in the program gets
/// none. Whose mail comes in the morning, or not at all, is written to for urgent notices alone.
/// After a kill between sending and remembering it a mail can come twice.
/// </summary>
internal sealed class MailNotices(UnionDb db, IMailer mailer, IOptions<SiteOptions> options, TimeProvider time) : IJobHandler
{
    public const string Name = "kernel.mail-notices";

    public const string Schedule = "*/5 * * * *";

    /// <summary>Time to read it in the program first, and time after which it is not worth a mail any more.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(10),
        Oldest = TimeSpan.FromDays(2);

    private const int PeopleAtOnce = 200,
        Shown = 20;

    private sealed record Person(Guid Id, string FullName, string Email);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        if (!mailer.IsUsed)
            return;
        var now = time.UtcDateTime();
        var later = db.Set<MailChoice>().Where(c => c.Timing != MailTiming.Soon);
        var unread = db.Set<Notice>()
            .Where(n => n.ReadAt == null && n.MailedAt == null && n.At <= now - Wait && n.At >= now - Oldest)
            .Where(n => !later.Any(c => c.AccountId == n.AccountId && !(c.UrgentSoon && n.IsUrgent)));
        var people = await db
            .Users.AsNoTracking()
            .Where(a => a.Email != null && a.Email != "" && a.ClosedAt == null && !a.IsDemo && unread.Any(n => n.AccountId == a.Id))
            .OrderBy(a => a.Id)
            .Take(PeopleAtOnce)
            .Select(a => new Person(a.Id, a.FullName, a.Email!))
            .ToListAsync(ct);
        Dictionary<Letter, List<Guid>> letters = new(ReferenceEqualityComparer.Instance);
        foreach (var person in people)
        {
            var notices = await unread.AsNoTracking().Where(n => n.AccountId == person.Id).OrderByDescending(n => n.At).ToListAsync(ct);
            letters.Add(Write(person, notices), [.. notices.Select(n => n.Id)]);
        }
        if (letters.Count > 0)
            await mailer.SendAsync([.. letters.Keys], async letter => await RememberAsync(letters[letter], now, ct), ct);
    }

    private Task<int> RememberAsync(List<Guid> notices, DateTime now, CancellationToken ct) =>
        db.Set<Notice>().Where(n => notices.Contains(n.Id)).ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, now), ct);

    private Letter Write(Person person, List<Notice> notices)
    {
        var site = options.Value.Address?.ToString().TrimEnd('/');
        var text = new StringBuilder($"Kính gửi anh/chị {person.FullName},\n\nAnh/chị có {notices.Count} thông báo chưa đọc:\n\n");
        foreach (var notice in notices.Take(Shown))
            text.Append($"- {notice.At.Show()}: {notice.Text}\n").Append(site is null ? "" : $"  {site}{notice.Link}\n");
        if (notices.Count > Shown)
            text.Append($"… và {notices.Count - Shown} thông báo khác.\n");
        text.Append($"\nHãy mở {site ?? "chương trình Đoàn Kết"} để xem và xử lý. Thư này do chương trình tự gửi; xin đừng trả lời.\n");
        return new(
            person.FullName,
            person.Email,
            notices.Count == 1 ? notices[0].Text : $"Đoàn Kết: {notices.Count} thông báo chưa đọc",
            text.ToString()
        );
    }
}
