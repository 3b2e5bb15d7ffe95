using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Keeps the present choice under a name; a group of the same name is replaced.</summary>
internal sealed class SaveReceiverGroup(UnionDb db, TakeStep take, AuditTrail audit)
{
    public Task<Result<StepOutcome>> HandleAsync(Guid outgoingId, string name, CancellationToken ct) =>
        take.RunAsync(
            outgoingId,
            OutgoingSteps.Issue,
            async document =>
            {
                var units = await db.ReceiverChoices.Where(c => c.OutgoingId == outgoingId).Select(c => c.UnitId).ToListAsync(ct);
                var check = new Check()
                    .Filled(name, "GroupName", "Hãy đặt tên cho nhóm, ví dụ “Các huyện miền núi”.")
                    .AtMost(name, ReceiverGroup.MaxName, "GroupName", "Tên nhóm")
                    .That(units.Count > 0, "GroupName", "Chưa chọn đơn vị nào để lưu thành nhóm.");
                if (!check.Ok)
                    return check.AsResult();
                name = name.Trim();
                await db.ReceiverGroups.Where(g => g.UnitId == document.UnitId && g.Name == name).ExecuteDeleteAsync(ct);
                var group = new ReceiverGroup
                {
                    Id = Ids.New(),
                    UnitId = document.UnitId,
                    Name = name,
                };
                db.Add(group);
                await db.SaveChangesAsync(ct);
                await db.Dialect.BulkInsertAsync(
                    db,
                    units.Select(unit => new ReceiverGroupMember { GroupId = group.Id, UnitId = unit }),
                    ct
                );
                audit.Record("documents.receiver-group.saved", group.Id, $"Lưu nhóm nơi nhận “{name}” gồm {units.Count} đơn vị");
                return Result.Success;
            },
            ct
        );
}
