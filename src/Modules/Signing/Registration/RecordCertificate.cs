using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Trust;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>The unit that sent a registration to the issuer writes down the certificate that came, and later that it was revoked.</summary>
internal sealed class RecordCertificate(
    Work work,
    RegistrationLog log,
    AuditTrail audit,
    UserContext user,
    Notices notices,
    TimeProvider time
)
{
    /// <summary>Where the certificate is in a token, its file is not always at hand.</summary>
    internal sealed record Typed(string Issuer, string SerialNumber, DateOnly? From, DateOnly? Until);

    /// <param name="file">The certificate; empty where it was typed.</param>
    public Task<Result> HandleAsync(Guid id, byte[] file, Typed typed, CancellationToken ct) =>
        ActAsync(
            id,
            RegistrationState.WithIssuer,
            async registration =>
            {
                var check = new Check();
                Read(registration, file, typed, check);
                if (!check.Ok)
                    return check.AsResult();
                registration.State = RegistrationState.Issued;
                Note(
                    registration,
                    $"Đã cấp: {registration.Issuer}, số {registration.SerialNumber}, đến {registration.Until!.Value.Show()}"
                );
                await TellAsync(registration, $"Đã cấp chứng thư số cho {registration.Told}", ct);
                return Result.Success;
            },
            ct
        );

    public Task<Result> RevokeAsync(Guid id, string reason, CancellationToken ct) =>
        ActAsync(
            id,
            RegistrationState.Issued,
            async registration =>
            {
                var check = new Check()
                    .Filled(reason, "Reason", "Hãy ghi lý do thu hồi.")
                    .AtMost(reason, CertificateRegistration.MaxText, "Reason", "Lý do");
                if (!check.Ok)
                    return check.AsResult();
                (registration.State, registration.Reason) = (RegistrationState.Revoked, reason.Trim());
                Note(registration, $"Chứng thư bị thu hồi: {reason.Trim()}");
                await TellAsync(registration, $"Chứng thư số của {registration.Told} đã bị thu hồi: không ký bằng chứng thư này nữa", ct);
                return Result.Success;
            },
            ct
        );

    private void Read(CertificateRegistration registration, byte[] file, Typed typed, Check check)
    {
        if (file.Length == 0)
        {
            check
                .Filled(typed.Issuer, "Issuer", "Hãy chọn tệp chứng thư, hoặc ghi nơi cấp.")
                .AtMost(typed.Issuer, CertificateRegistration.MaxName, "Issuer", "Nơi cấp")
                .Filled(typed.SerialNumber, "SerialNumber", "Hãy ghi số chứng thư.")
                .AtMost(typed.SerialNumber, CertificateRegistration.MaxSerial, "SerialNumber", "Số chứng thư")
                .That(typed.From is not null, "From", "Hãy ghi ngày bắt đầu có hiệu lực.")
                .That(typed.Until > typed.From, "Until", "Ngày hết hạn phải sau ngày bắt đầu.");
            if (!check.Ok)
                return;
            (registration.Issuer, registration.SerialNumber) = (typed.Issuer.Trim(), typed.SerialNumber.Trim());
            (registration.From, registration.Until) = (VietnamTime.StartOf(typed.From!.Value), VietnamTime.StartOf(typed.Until!.Value));
            return;
        }
        using var certificate = CertificateFile.Read(file);
        if (certificate is null)
        {
            check.That(false, "CertificateFile", CertificateFile.Refusal);
            return;
        }
        check.That(certificate.NotAfter.ToUniversalTime() > time.UtcDateTime(), "CertificateFile", "Chứng thư đã hết hạn.");
        var issuer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true);
        registration.Issuer = issuer[..Math.Min(issuer.Length, CertificateRegistration.MaxName)];
        registration.SerialNumber = certificate.SerialNumber;
        registration.From = certificate.NotBefore.ToUniversalTime();
        registration.Until = certificate.NotAfter.ToUniversalTime();
    }

    private void Note(CertificateRegistration registration, string text)
    {
        log.Step(registration, text);
        audit.Record("signing.registration-recorded", registration.Id, $"Chứng thư số của {registration.Told}: {text}");
    }

    private async Task TellAsync(CertificateRegistration registration, string text, CancellationToken ct)
    {
        await notices.TellPostsAsync([registration.UnitId], [Roles.Clerk, Roles.Grassroots], text, registration.Link, ct);
        if (registration.AccountId is { } holder)
            await notices.TellAsync(holder, text, OwnKeyModel.Address, ct);
    }

    private Task<Result> ActAsync(Guid id, RegistrationState from, Func<CertificateRegistration, Task<Result>> act, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (
                    await log.FindAsync(id, ct) is not { } registration
                    || !user.Required.Can(Permissions.CheckRegistrations, registration.LiesWith)
                )
                    return Result.Refuse(RegistrationLog.NotAllowed);
                return registration.State == from ? await act(registration) : Result.Fail(RegistrationLog.MovedOn);
            },
            ct
        );
}
