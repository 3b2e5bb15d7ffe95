using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>A unit above checks a registration: it goes back, one unit up, or to the issuer. Who asked may take it back.</summary>
internal sealed class MoveRegistration(UnionDb db, Work work, RegistrationLog log, AuditTrail audit, UserContext user, Notices notices)
{
    public Task<Result> ReturnAsync(Guid id, string reason, CancellationToken ct) =>
        CheckedAsync(
            id,
            async registration =>
            {
                var check = new Check()
                    .Filled(reason, "Reason", "Hãy ghi cần bổ sung hoặc sửa gì.")
                    .AtMost(reason, CertificateRegistration.MaxText, "Reason", "Lý do");
                if (!check.Ok)
                    return check.AsResult();
                (registration.State, registration.Reason) = (RegistrationState.Returned, reason.Trim());
                Note(registration, $"Trả lại: {reason.Trim()}");
                await TellUnitAsync(registration, $"Đăng ký chứng thư số của {registration.Told} được trả lại để bổ sung", ct);
                return Result.Success;
            },
            ct
        );

    public Task<Result> ForwardAsync(Guid id, CancellationToken ct) =>
        CheckedAsync(
            id,
            async registration =>
            {
                if (registration.LiesWith.ParentId is not { } parent)
                    return Result.Fail("Không còn cấp trên để chuyển; hãy gửi nơi cấp chứng thư.");
                var above = await db.Units.OfficeOfAsync(parent, ct);
                registration.LiesWithId = above.Id;
                Note(registration, $"Đã kiểm tra, chuyển lên {above.Name}");
                await notices.TellPostsAsync(
                    [above.Id],
                    [Roles.Clerk],
                    $"{registration.Unit.Name} đăng ký chứng thư số cho {registration.Told}",
                    registration.Link,
                    ct
                );
                return Result.Success;
            },
            ct
        );

    /// <param name="how">To whom and by which letter.</param>
    public Task<Result> SendOutAsync(Guid id, string how, CancellationToken ct) =>
        CheckedAsync(
            id,
            async registration =>
            {
                var check = new Check()
                    .Filled(how, "How", "Hãy ghi đã gửi tới nơi cấp nào, bằng văn bản số mấy.")
                    .AtMost(how, CertificateRegistration.MaxText, "How", "Nơi gửi");
                if (!check.Ok)
                    return check.AsResult();
                registration.State = RegistrationState.WithIssuer;
                Note(registration, $"Đã gửi nơi cấp: {how.Trim()}");
                await TellUnitAsync(registration, $"Đăng ký chứng thư số của {registration.Told} đã gửi nơi cấp", ct);
                return Result.Success;
            },
            ct
        );

    public Task<Result> WithdrawAsync(Guid id, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await log.FindAsync(id, ct) is not { } registration || !user.Required.Can(Permissions.Register, registration.Unit))
                    return Result.Refuse(RegistrationLog.NotAllowed);
                if (registration.State > RegistrationState.WithIssuer)
                    return Result.Fail(RegistrationLog.MovedOn);
                registration.State = RegistrationState.Withdrawn;
                Note(registration, "Rút đăng ký");
                return Result.Success;
            },
            ct
        );

    private void Note(CertificateRegistration registration, string text)
    {
        log.Step(registration, text);
        audit.Record("signing.registration-moved", registration.Id, $"Đăng ký chứng thư số của {registration.Told}: {text}");
    }

    private Task TellUnitAsync(CertificateRegistration registration, string text, CancellationToken ct) =>
        notices.TellPostsAsync([registration.UnitId], [Roles.Clerk, Roles.Grassroots], text, registration.Link, ct);

    /// <summary>By the unit with which it lies, while it waits.</summary>
    private Task<Result> CheckedAsync(Guid id, Func<CertificateRegistration, Task<Result>> act, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (
                    await log.FindAsync(id, ct) is not { } registration
                    || !user.Required.Can(Permissions.CheckRegistrations, registration.LiesWith)
                )
                    return Result.Refuse(RegistrationLog.NotAllowed);
                return registration.State == RegistrationState.Waiting ? await act(registration) : Result.Fail(RegistrationLog.MovedOn);
            },
            ct
        );
}
