using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>On the home page: registrations to check, and those that came back to be completed.</summary>
internal sealed class RegistrationsWaitingWork(UnionDb db) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct)
    {
        var (checking, asking) = (user.UnitsWhere(Permissions.CheckRegistrations), user.UnitsWhere(Permissions.Register));
        var all = db.Registrations.AsNoTracking();
        List<WaitingGroup> groups = [];
        if (checking.Count > 0)
            await AddAsync(
                "Đăng ký chứng thư số chờ kiểm tra",
                "Kiểm tra",
                all.WhereOneOf(r => r.LiesWithId, checking).Where(r => r.State == RegistrationState.Waiting)
            );
        if (asking.Count > 0)
            await AddAsync(
                "Đăng ký chứng thư số cần bổ sung",
                "Bổ sung",
                all.WhereOneOf(r => r.UnitId, asking).Where(r => r.State == RegistrationState.Returned)
            );
        return groups;

        async Task AddAsync(string title, string step, IQueryable<CertificateRegistration> rows)
        {
            var some = await rows.Include(r => r.Unit).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).Take(perGroup + 1).ToListAsync(ct);
            if (some.Count == 0)
                return;
            groups.Add(
                new(
                    title,
                    some.Count <= perGroup ? some.Count : await rows.CountAsync(ct),
                    RegistrationsModel.Address,
                    [
                        .. some.Take(perGroup)
                            .Select(r => new WaitingItem(
                                title,
                                r.HolderName,
                                r.Reason.Length > 0 ? r.Reason : r.Unit.Name,
                                null,
                                r.AskedAt,
                                Pressure.Normal,
                                step,
                                r.Link
                            )),
                    ]
                )
            );
        }
    }
}
