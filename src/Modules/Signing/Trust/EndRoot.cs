using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>Trusts a certificate no more; what it was trusted for stays in the list.</summary>
internal sealed class EndRoot(UnionDb db, Work work, AuditTrail audit, JobQueue jobs, TimeProvider time)
{
    public Task<Result> HandleAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var root = await db.TrustedRoots.SingleOrDefaultAsync(root => root.Id == id && root.EndedAt == null, ct);
                if (root is null)
                    return Result.Refuse("Chứng thư này không còn trong danh sách được tin.");
                root.EndedAt = time.UtcDateTime();
                jobs.Add(SigningJobs.CheckAgain, "");
                audit.Record("signing.root-ended", root.Id, $"Thôi tin chứng thư gốc {root.Name}, mã {root.Fingerprint}");
                return Result.Success;
            },
            ct
        );
}
