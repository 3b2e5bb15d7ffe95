using DoanKet.Kernel;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>Takes out large lists that nobody came back for.</summary>
internal sealed class ForgetLists(UnionDb db, TimeProvider time) : IJobHandler
{
    public const string Name = "members.forget-lists",
        Title = "Xóa tệp danh sách lớn đã quá hạn",
        Schedule = "10 3 * * *";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var before = time.UtcDateTime().AddDays(-ImportRun.Days);
        await db.ImportRuns.Where(r => r.AskedAt < before).ExecuteDeleteAsync(ct);
    }
}
