using System.Text.Json;
using DoanKet.Contracts.Outreach;
using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>Sealed in the job: a code lies readable nowhere.</summary>
internal sealed record SentCode(Guid MemberId, string Code);

/// <summary>Sends a code by mail, or to the phone where the member has no mail; not when it came too late to be typed.</summary>
internal sealed class SendCode(UnionDb db, FieldCipher cipher, IMailer mailer, IEnumerable<IPhoneMessenger> messengers, TimeProvider time)
    : IJobHandler
{
    public const string Name = "members.send-code",
        Title = "Gửi mã vào trang riêng của đoàn viên";

    private const string Subject = "Mã vào trang đoàn viên";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var sent = JsonSerializer.Deserialize<SentCode>(cipher.Open(Convert.FromBase64String(payload)))!;
        var now = time.UtcDateTime();
        if (!await db.OneTimeCodes.AnyAsync(c => c.MemberId == sent.MemberId && c.EndsAt > now, ct))
            return;
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == sent.MemberId, ct);
        if (member is null)
            return;
        if (member.Email.Length > 0 && mailer.IsUsed)
            await mailer.SendAsync(
                [new(member.FullName, member.Email, Subject, Text(member.FullName, sent.Code))],
                _ => Task.CompletedTask,
                ct
            );
        else if (messengers.FirstOrDefault(m => m.IsUsed) is { } messenger && member.Phone.Length > 0)
            await messenger.SendAsync(member.Phone, $"Ma vao trang doan vien: {sent.Code}. Dung trong {LetIn.Minutes} phut.", ct);
    }

    private static string Text(string name, string code) =>
        $"""
            Kính gửi anh/chị {name},

            Mã vào trang đoàn viên của anh/chị: {code}

            Mã dùng được một lần, trong {LetIn.Minutes} phút. Công đoàn không bao giờ hỏi mã này; xin đừng cho ai biết.
            Nếu anh/chị không lấy mã, hãy bỏ qua thư này.

            """;
}
