using System.Text.Json;
using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>An officer opens and closes the poster's link, and takes what came by it into the registry or throws it away.</summary>
internal sealed class TakeSlip(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    FieldCipher cipher,
    SaveMember save,
    TimeProvider time
)
{
    private const string Channel = "Mã QR ghi danh";

    /// <summary>Null for a slip that the person may not see or that is gone.</summary>
    public async Task<(EntrySlip Slip, SlipInput Form)?> OpenAsync(Guid id, CancellationToken ct)
    {
        var slip = await db
            .EntrySlips.VisibleTo(user.Required, Permissions.Edit)
            .Include(s => s.Unit)
            .FirstOrDefaultAsync(s => s.Id == id, ct);
        return slip is null ? null : (slip, JsonSerializer.Deserialize<SlipInput>(cipher.Open(slip.SealedForm))!);
    }

    /// <param name="input">As the officer left the form; without a number, that of the slip.</param>
    /// <returns>The new member.</returns>
    public Task<Result<Guid>> AcceptAsync(Guid id, MemberInput input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await OpenAsync(id, ct) is not var (slip, form))
                    return Result<Guid>.Refuse("Phiếu này không còn, hoặc không phải của đơn vị anh/chị.");
                input.UnitCode = slip.Unit.Code;
                if (string.IsNullOrWhiteSpace(input.NationalId))
                    input.NationalId = form.NationalId;
                var added = await save.AddAsync(input, ct);
                if (!added.Ok)
                    return added;
                db.Add(
                    new MemberConsent
                    {
                        Id = Ids.New(),
                        MemberId = added.Value,
                        Basis = ConsentBasis.Consent,
                        TextVersion = slip.ConsentVersion,
                        Channel = Channel,
                        At = slip.SentAt,
                    }
                );
                db.Remove(slip);
                return added;
            },
            ct
        );

    public Task<Result> DeclineAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await OpenAsync(id, ct) is not var (slip, _))
                    return Result.Refuse("Phiếu này không còn, hoặc không phải của đơn vị anh/chị.");
                db.Remove(slip);
                audit.Record("members.slip.declined", null, $"Bỏ phiếu tự ghi danh của {slip.FullName}, {slip.Unit.Name}");
                return Result.Success;
            },
            ct
        );

    /// <summary>Opens a link for a union; one that is open is closed, so that old posters lead nowhere.</summary>
    public Task<Result> OpenLinkAsync(Guid unitId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var closed = await CloseAsync(unitId, ct);
                if (!closed.Ok)
                    return closed;
                // First, for a union has one open link.
                await db.SaveChangesAsync(ct);
                db.Add(
                    new EntryLink
                    {
                        Id = Ids.New(),
                        UnitId = unitId,
                        Code = CardCode.New(),
                        MadeAt = time.UtcDateTime(),
                        MadeBy = user.Required.FullName,
                    }
                );
                return Result.Success;
            },
            ct
        );

    public Task<Result> CloseLinkAsync(Guid unitId, CancellationToken ct) => work.RunAsync(() => CloseAsync(unitId, ct), ct);

    private async Task<Result> CloseAsync(Guid unitId, CancellationToken ct)
    {
        await db.Dialect.LockRowAsync<Kernel.Units.Unit>(db, unitId, ct);
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct);
        if (unit is null || !user.Required.Can(Permissions.Edit, unit))
            return Result.Refuse("Anh/chị không có quyền mở mã ghi danh cho đơn vị này.");
        foreach (var link in await db.EntryLinks.Where(l => l.UnitId == unitId && l.ClosedAt == null).ToListAsync(ct))
            link.ClosedAt = time.UtcDateTime();
        audit.Record("members.entry-link", null, $"Đổi mã ghi danh của {unit.Name}");
        return Result.Success;
    }
}
