using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>A paper that was kept before the transaction.</summary>
internal sealed record GivenPaper(StoredFile File, string Name);

/// <summary>A unit asks for a certificate, or adds what was missing when its registration came back.</summary>
internal sealed class AskForCertificate(
    UnionDb db,
    Work work,
    RegistrationLog log,
    AuditTrail audit,
    UserContext user,
    Notices notices,
    TimeProvider time
)
{
    /// <param name="AccountId">Whose signature it is to be; null where the person has no account, or it is for the seal.</param>
    /// <param name="HolderName">For a person without an account.</param>
    internal sealed record Input(CertificateUse Use, Guid? AccountId, string HolderName, string HolderTitle, string Note);

    public Task<Result<Guid>> HandleAsync(Input input, IReadOnlyList<GivenPaper> papers, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (user.Required.Unit is not { } acting)
                    return Result<Guid>.Refuse(RegistrationLog.NotAllowed);
                var office = await db.Units.OfficeOfAsync(acting.Id, ct);
                if (!user.Required.Can(Permissions.Register, office))
                    return Result<Guid>.Refuse(RegistrationLog.NotAllowed);
                var (name, title) = await HolderAsync(input, office, ct);
                var check = new Check()
                    .Filled(name, "HolderName", "Hãy chọn người, hoặc ghi họ tên người được đăng ký.")
                    .AtMost(name, CertificateRegistration.MaxName, "HolderName", "Họ tên")
                    .AtMost(title, CertificateRegistration.MaxTitle, "HolderTitle", "Chức vụ")
                    .AtMost(input.Note, CertificateRegistration.MaxText, "Note", "Ghi chú")
                    .That(input.Use == CertificateUse.Seal || title.Length > 0, "HolderTitle", "Hãy ghi chức vụ.");
                RegistrationLog.CheckPapers(check, papers, 0);
                var isOpen = await db.Registrations.AnyAsync(
                    r => r.UnitId == office.Id && r.Use == input.Use && r.HolderName == name && r.State < RegistrationState.Issued,
                    ct
                );
                check.That(!isOpen, "", $"Đã có đăng ký đang chờ cho {name}; hãy mở đăng ký đó.");
                if (!check.Ok)
                    return Result<Guid>.Fail(check.Problems);
                var above = office.ParentId is { } parent ? await db.Units.OfficeOfAsync(parent, ct) : office;
                var registration = new CertificateRegistration
                {
                    Id = Ids.New(),
                    UnitId = office.Id,
                    Use = input.Use,
                    AccountId = input.Use == CertificateUse.Person ? input.AccountId : null,
                    HolderName = name,
                    HolderTitle = title,
                    Note = input.Note.Trim(),
                    LiesWithId = above.Id,
                    AskedAt = time.UtcDateTime(),
                };
                db.Add(registration);
                log.Attach(registration, papers);
                log.Step(registration, $"Đăng ký chứng thư số: {registration.Told}; {papers.Count} giấy tờ");
                audit.Record("signing.registration-asked", registration.Id, $"Đăng ký chứng thư số cho {registration.Told}");
                await TellAsync(registration, office.Name, ct);
                return registration.Id;
            },
            ct
        );

    /// <summary>What came back is sent again, with more papers.</summary>
    public Task<Result> AgainAsync(Guid id, string note, IReadOnlyList<GivenPaper> papers, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await log.FindAsync(id, ct) is not { } registration || !user.Required.Can(Permissions.Register, registration.Unit))
                    return Result.Refuse(RegistrationLog.NotAllowed);
                if (registration.State != RegistrationState.Returned)
                    return Result.Fail(RegistrationLog.MovedOn);
                var check = new Check()
                    .Filled(note, "Note", "Hãy ghi đã bổ sung gì.")
                    .AtMost(note, CertificateRegistration.MaxText, "Note", "Nội dung bổ sung");
                var before = await db.Set<RegistrationPaper>().CountAsync(p => p.RegistrationId == id, ct);
                RegistrationLog.CheckPapers(check, papers, before);
                if (!check.Ok)
                    return check.AsResult();
                log.Attach(registration, papers, before);
                (registration.State, registration.Reason) = (RegistrationState.Waiting, "");
                log.Step(registration, $"Gửi lại: {note.Trim()}");
                await TellAsync(registration, registration.Unit.Name, ct);
                return Result.Success;
            },
            ct
        );

    /// <summary>Name and position of the holder: of the unit for its seal, as the post says for an account.</summary>
    private async Task<(string Name, string Title)> HolderAsync(Input input, Unit office, CancellationToken ct)
    {
        if (input.Use == CertificateUse.Seal)
            return (office.Name, "");
        if (input.AccountId is not { } account)
            return (input.HolderName.Trim(), input.HolderTitle.Trim());
        var post = await RegistrationLog.OfficersOf(db, office, time.Today()).FirstOrDefaultAsync(p => p.AccountId == account, ct);
        return post is null ? ("", "") : (post.Account.FullName, post.Title);
    }

    private Task TellAsync(CertificateRegistration registration, string unit, CancellationToken ct) =>
        notices.TellPostsAsync(
            [registration.LiesWithId],
            [Roles.Clerk],
            $"{unit} đăng ký chứng thư số cho {registration.Told}",
            registration.Link,
            ct
        );
}
