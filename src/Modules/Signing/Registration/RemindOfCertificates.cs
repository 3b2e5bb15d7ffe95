using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>Each morning: whose certificate ends within a month is told so, and once more in its last week.</summary>
internal sealed class RemindOfCertificates(UnionDb db, Work work, Notices notices, TimeProvider time) : IJobHandler
{
    public const string Name = "signing.remind",
        Title = "Nhắc chứng thư số sắp hết hạn",
        Schedule = "10 7 * * *";

    private static readonly TimeSpan Early = TimeSpan.FromDays(30),
        Late = TimeSpan.FromDays(7);

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var now = time.UtcDateTime();
        await work.RunAsync(
            async () =>
            {
                foreach (var key in await DueKeysAsync(now, ct))
                {
                    key.RemindedAt = now;
                    var text = $"Chứng thư số {key.Name} hết hạn {key.Until.Show()}; hãy gia hạn hoặc đăng ký chứng thư mới";
                    if (key.AccountId is { } person)
                        await notices.TellAsync(person, text, OwnKeyModel.Address, ct);
                    else
                        await notices.TellPostsAsync([key.UnitId!.Value], [Roles.Clerk], text, AgencyKeyModel.Address, ct);
                }
                foreach (var registration in await DueRegistrationsAsync(now, ct))
                {
                    registration.RemindedAt = now;
                    var text = $"Chứng thư số của {registration.Told} hết hạn {registration.Until!.Value.Show()}; hãy đăng ký lại";
                    await notices.TellPostsAsync(
                        [registration.UnitId, registration.LiesWithId],
                        [Roles.Clerk, Roles.Grassroots],
                        text,
                        registration.Link,
                        ct
                    );
                }
                return Result.Success;
            },
            ct
        );
    }

    private Task<List<SigningKey>> DueKeysAsync(DateTime now, CancellationToken ct)
    {
        var (early, late, before) = (now + Early, now + Late, now - Late);
        return db
            .SigningKeys.Where(k => k.EndedAt == null && k.Until > now && k.Until <= early)
            .Where(k => k.RemindedAt == null || (k.Until <= late && k.RemindedAt <= before))
            .ToListAsync(ct);
    }

    private Task<List<CertificateRegistration>> DueRegistrationsAsync(DateTime now, CancellationToken ct)
    {
        var (early, late, before) = (now + Early, now + Late, now - Late);
        return db
            .Registrations.Where(r => r.State == RegistrationState.Issued && r.Until > now && r.Until <= early)
            .Where(r => r.RemindedAt == null || (r.Until <= late && r.RemindedAt <= before))
            .ToListAsync(ct);
    }
}
