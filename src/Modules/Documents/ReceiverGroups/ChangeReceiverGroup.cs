using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Issuing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.ReceiverGroups;

/// <summary>
/// Renames or deletes a saved group of receivers, or takes units out of it. Documents that were sent to it stay as they are.
/// </summary>
internal sealed class ChangeReceiverGroup(UnionDb db, UserContext user, Work work, AuditTrail audit)
{
    private const string Gone = "Không tìm thấy nhóm này; có thể người khác đã xóa.";

    /// <summary>The groups of the units for which the signed-in person issues.</summary>
    public IQueryable<ReceiverGroup> Open() => db.ReceiverGroups.VisibleTo(user.Required, Permissions.Issue);

    public Task<Result> RenameAsync(Guid id, string typed, CancellationToken ct) =>
        ChangeAsync(
            id,
            async group =>
            {
                var name = typed.Trim();
                var check = new Check()
                    .Filled(name, "Name", "Hãy đặt tên cho nhóm, ví dụ “Các huyện miền núi”.")
                    .AtMost(name, ReceiverGroup.MaxName, "Name", "Tên nhóm")
                    .That(
                        !await db.ReceiverGroups.AnyAsync(g => g.UnitId == group.UnitId && g.Name == name && g.Id != id, ct),
                        "Name",
                        "Đã có nhóm khác mang tên này; hãy đặt tên khác."
                    );
                if (!check.Ok)
                    return check.AsResult();
                audit.Record("documents.receiver-group.renamed", id, $"Đổi tên nhóm nơi nhận “{group.Name}” thành “{name}”");
                group.Name = name;
                return Result.Success;
            },
            ct
        );

    public Task<Result> TakeOutAsync(Guid id, IReadOnlyList<Guid> units, CancellationToken ct) =>
        ChangeAsync(
            id,
            async group =>
            {
                var taken = await db.Set<ReceiverGroupMember>()
                    .Where(m => m.GroupId == id && units.Contains(m.UnitId))
                    .ExecuteDeleteAsync(ct);
                if (taken == 0)
                    return Result.Fail("Hãy đánh dấu đơn vị cần bỏ khỏi nhóm.");
                audit.Record("documents.receiver-group.saved", id, $"Bỏ {taken} đơn vị khỏi nhóm nơi nhận “{group.Name}”");
                return Result.Success;
            },
            ct
        );

    public Task<Result> DeleteAsync(Guid id, CancellationToken ct) =>
        ChangeAsync(
            id,
            group =>
            {
                audit.Record("documents.receiver-group.deleted", id, $"Xóa nhóm nơi nhận “{group.Name}”");
                db.Remove(group);
                return Task.FromResult(Result.Success);
            },
            ct
        );

    private Task<Result> ChangeAsync(Guid id, Func<ReceiverGroup, Task<Result>> change, CancellationToken ct) =>
        work.RunAsync(
            async () => await Open().FirstOrDefaultAsync(g => g.Id == id, ct) is { } group ? await change(group) : Result.Refuse(Gone),
            ct
        );
}
