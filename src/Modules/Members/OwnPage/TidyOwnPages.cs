using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>Takes out codes and sessions that count no longer.</summary>
internal sealed class TidyOwnPages(UnionDb db, TimeProvider time) : IJobHandler
{
    public const string Name = "members.tidy",
        Title = "Dọn mã một lần và phiên đã hết hạn của trang riêng",
        Schedule = "50 2 * * *";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        // Codes of the last hour tell how many were sent.
        var hourAgo = now.AddHours(-1);
        await db.OneTimeCodes.Where(c => c.EndsAt < now && c.MadeAt < hourAgo).ExecuteDeleteAsync(ct);
        await db.MemberSessions.Where(s => s.EndsAt < now).ExecuteDeleteAsync(ct);
    }
}
