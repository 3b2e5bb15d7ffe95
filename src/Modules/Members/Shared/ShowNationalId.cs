using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Shared;

/// <summary>Gives the whole identity number of one member, and writes into the log who saw it.</summary>
internal sealed class ShowNationalId(UnionDb db, Work work, AuditTrail audit, UserContext user, FieldCipher cipher)
{
    public Task<Result<string>> HandleAsync(Guid memberId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var member = await db
                    .Members.AsNoTracking()
                    .VisibleTo(user.Required, Permissions.NationalId)
                    .Where(m => m.Id == memberId)
                    .Select(m => new { m.FullName, m.NationalIdSealed })
                    .FirstOrDefaultAsync(ct);
                if (member is null)
                    return Result<string>.Refuse("Anh/chị không có quyền xem số CCCD của người này.");
                if (member.NationalIdSealed is null)
                    return Result<string>.Fail("Chưa có số CCCD của người này.");
                audit.Record("members.national-id.shown", memberId, $"Xem số CCCD của {member.FullName}");
                return Result.Of(cipher.Open(member.NationalIdSealed));
            },
            ct
        );
}
