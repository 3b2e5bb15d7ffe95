using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Organisation.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Organisation.Absences;

/// <summary>The person is back, or the deputy can't do it: the deputy's rights end at once.</summary>
internal sealed class EndAbsence(
    UnionDb db,
    Work work,
    AuditTrail audit,
    AccountReach reach,
    Notices notices,
    UserContext user,
    TimeProvider time
)
{
    public Task<Result> HandleAsync(Guid absenceId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var me = user.Required.AccountId;
                var absence = await db.Set<Absence>()
                    .Include(a => a.Account)
                    .Include(a => a.Deputy)
                    .FirstOrDefaultAsync(a => a.Id == absenceId, ct);
                if (
                    absence is null
                    || (absence.AccountId != me && absence.DeputyId != me && !await reach.CoversAsync(absence.AccountId, ct))
                )
                    return Result.Refuse("Không tìm thấy lần vắng mặt này, hoặc anh/chị không có quyền.");
                // Pressed twice: it has ended.
                if (absence.EndedAt is not null)
                    return Result.Success;
                absence.EndedAt = time.UtcDateTime();
                var said = $"Kết thúc việc {absence.Deputy.FullName} thay {absence.Account.FullName}";
                audit.Record("organisation.absence.ended", absence.AccountId, said);
                foreach (var other in new[] { absence.AccountId, absence.DeputyId }.Where(person => person != me))
                    await notices.TellAsync(other, $"{said}.", AbsenceAddresses.Own, ct);
                return Result.Success;
            },
            ct
        );
}
