using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoanKet.Kernel.Audit;

/// <summary>
/// Says once a day, in the log and to whoever is named for it, how long the audit log is and how it ends: a witness that nobody who has
/// this machine can change.
/// </summary>
internal sealed class AnchorAudit(
    UnionDb db,
    ForeignSeals foreign,
    IMailer mailer,
    IOptions<AuditOptions> options,
    TimeProvider time,
    ILogger<AnchorAudit> log
) : IJobHandler
{
    public const string Name = "kernel.audit-anchor";

    public const string Schedule = "0 1 * * *";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var last = await db.Set<AuditEntry>()
            .AsNoTracking()
            .OrderByDescending(e => e.Sequence)
            .Select(e => new AuditMark(e.Sequence, e.Hash))
            .FirstOrDefaultAsync(ct);
        if (last is null)
            return;
        log.AuditStands(last.Entries, last.Hash);
        await foreign.LookAsync(ct);
        if (options.Value.AnchorMail is not { Length: > 0 } address || !mailer.IsUsed)
            return;
        var text =
            $"Nhật ký của chương trình Đoàn Kết lúc {time.UtcDateTime().Show()}: {last.Entries} dòng.\nDấu của dòng cuối: "
            + $"{last.Hash}\n\nHãy giữ thư này: khi nghi nhật ký bị cắt hoặc sửa, "
            + "so hai giá trị trên với kết quả của lệnh doanket audit verify. Thư này do chương trình tự gửi; xin đừng trả lời.\n";
        await mailer.SendAsync([new("", address, $"Đoàn Kết: nhật ký có {last.Entries} dòng", text)], _ => Task.CompletedTask, ct);
    }
}
