using System.Text.Json;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>
/// Takes a list back: people who came with it go, and people whom it changed are as before. Whoever was touched by somebody since then
/// stays as he or she is.
/// </summary>
internal sealed class UndoImport(UnionDb db, Work work, AuditTrail audit, UserContext user, KeepFigures figures, TimeProvider time)
{
    /// <summary>Days in which a list can be taken back.</summary>
    public const int Days = 7;

    /// <param name="Left">People who were touched since and stay.</param>
    internal sealed record Outcome(int Removed, int Restored, int Left);

    public Task<Result<Outcome>> HandleAsync(Guid importId, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<MemberImport>(db, importId, ct);
                var import = await db.Imports.VisibleTo(user.Required, Permissions.Edit).FirstOrDefaultAsync(i => i.Id == importId, ct);
                if (import is null)
                    return Result<Outcome>.Refuse("Anh/chị không có quyền rút lại lần nhập này.");
                if (import.UndoneAt is not null)
                    return Result<Outcome>.Fail("Lần nhập này đã được rút lại.");
                if (time.UtcDateTime() - import.At > TimeSpan.FromDays(Days))
                    return Result<Outcome>.Fail($"Chỉ rút lại được trong {Days} ngày sau khi nhập.");
                var added = await db.Members.CountAsync(m => m.ImportId == importId, ct);
                var untouched = await Untouched(importId).AsNoTracking().ToListAsync(ct);
                untouched.ForEach(figures.Remove);
                await Untouched(importId).ExecuteDeleteAsync(ct);
                var (restored, left) = await RestoreAsync(import, ct);
                await figures.SaveAsync(ct);
                import.UndoneAt = time.UtcDateTime();
                var outcome = new Outcome(untouched.Count, restored, added - untouched.Count + left);
                audit.Record(
                    "members.import.undone",
                    importId,
                    $"Rút lại danh sách “{import.FileName}”: bỏ {outcome.Removed} người, trả {outcome.Restored} người về như trước"
                );
                return Result.Of(outcome);
            },
            ct
        );

    /// <summary>One that came with the list has had no version yet; a card, a picture, a transfer or a request touch it as well.</summary>
    private IQueryable<Member> Untouched(Guid importId)
    {
        var (cards, photos, transfers, requests) = (db.Cards, db.Photos, db.Transfers, db.Requests);
        return db.Members.Where(m =>
            m.ImportId == importId
            && m.Version == 0
            && !cards.Any(c => c.MemberId == m.Id)
            && !photos.Any(p => p.MemberId == m.Id)
            && !transfers.Any(t => t.MemberId == m.Id)
            && !requests.Any(r => r.MemberId == m.Id)
        );
    }

    private async Task<(int Restored, int Left)> RestoreAsync(MemberImport import, CancellationToken ct)
    {
        var changes = await db.ImportChanges.AsNoTracking().Where(c => c.ImportId == import.Id).ToListAsync(ct);
        await ForgetMovementsAsync(import, ct);
        var restored = 0;
        foreach (var change in changes)
        {
            var member = await db.Members.FirstOrDefaultAsync(m => m.Id == change.MemberId && m.Version == change.Version, ct);
            if (member is null)
                continue;
            var before = MemberShare.Of(member);
            await PutBackAsync(member, JsonSerializer.Deserialize<MemberValues>(change.Before)!, ct);
            figures.Replace(before, member);
            restored++;
        }
        await db.SaveChangesAsync(ct);
        return (restored, changes.Count - restored);
    }

    /// <summary>Sections and posts that only the list said, of those who are put back.</summary>
    private Task<int> ForgetMovementsAsync(MemberImport import, CancellationToken ct)
    {
        var (members, changes) = (db.Members, db.ImportChanges);
        return db
            .Movements.Where(m =>
                m.RecordedAt == import.At && (m.Kind == MovementKind.SectionChanged || m.Kind == MovementKind.PostChanged)
            )
            .Where(m =>
                changes.Any(c =>
                    c.ImportId == import.Id
                    && c.MemberId == m.MemberId
                    && members.Any(member => member.Id == c.MemberId && member.Version == c.Version)
                )
            )
            .ExecuteDeleteAsync(ct);
    }

    private async Task PutBackAsync(Member member, MemberValues values, CancellationToken ct)
    {
        member.Rename(values.FullName);
        member.Sex = values.Sex;
        member.Born = values.BirthYear is { } year ? new BirthDate(year, values.BornOn) : null;
        member.Phone = values.Phone;
        member.Email = values.Email;
        member.Department = values.Department;
        member.Position = values.Position;
        member.MemberNumber = values.MemberNumber;
        member.JoinedOn = values.JoinedOn;
        if (!values.HadNationalId)
            (member.NationalIdSealed, member.NationalIdKey) = (null, null);
        if (await db.Profiles.FirstOrDefaultAsync(p => p.MemberId == member.Id, ct) is { } profile)
            db.Entry(profile).CurrentValues.SetValues(values.Profile);
        if (await db.Sensitive.FirstOrDefaultAsync(s => s.MemberId == member.Id, ct) is { } sensitive)
            db.Entry(sensitive).CurrentValues.SetValues(values.Sensitive);
    }
}
