using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>What all acts on a registration have in common: who sees it, its papers, and what was done.</summary>
internal sealed class RegistrationLog(UnionDb db, UserContext user, TimeProvider time)
{
    public const string NotAllowed = "Không tìm thấy đăng ký này, hoặc anh/chị không được làm việc này.",
        MovedOn = "Đăng ký này vừa được chuyển bước; hãy tải lại trang.";

    /// <summary>Those of the own unit; for who checks, those of all units below, too.</summary>
    public static IQueryable<CertificateRegistration> Visible(UnionDb db, CurrentUser person) =>
        db.Registrations.VisibleTo(
            person,
            person.Can(Permissions.CheckRegistrations) ? Permissions.CheckRegistrations : Permissions.Register
        );

    /// <summary>Locked, with its units; null where the person does not see it.</summary>
    public async Task<CertificateRegistration?> FindAsync(Guid id, CancellationToken ct)
    {
        await db.Dialect.LockRowAsync<CertificateRegistration>(db, id, ct);
        return await Visible(db, user.Required).Include(r => r.Unit).Include(r => r.LiesWith).FirstOrDefaultAsync(r => r.Id == id, ct);
    }

    public void Step(CertificateRegistration registration, string text) =>
        db.Add(
            new RegistrationStep
            {
                Id = Ids.New(),
                RegistrationId = registration.Id,
                At = time.UtcDateTime(),
                By = $"{user.Required.FullName}, {user.Required.Unit?.Name}",
                Text = text,
            }
        );

    public void Attach(CertificateRegistration registration, IReadOnlyList<GivenPaper> papers, int before = 0)
    {
        foreach (var (i, paper) in papers.Index())
            db.Add(
                new RegistrationPaper
                {
                    Id = Ids.New(),
                    RegistrationId = registration.Id,
                    Ordinal = before + i + 1,
                    Name = paper.Name[..Math.Min(paper.Name.Length, RegistrationPaper.MaxName)],
                    Sha256 = paper.File.Sha256,
                    MediaType = paper.File.MediaType,
                }
            );
    }

    public static void CheckPapers(Check check, IReadOnlyList<GivenPaper> papers, int before)
    {
        check.That(papers.Count + before > 0, "Papers", "Hãy đính kèm giấy tờ (bản quét PDF hoặc ảnh).");
        check.That(
            papers.Count + before <= CertificateRegistration.MostPapers,
            "Papers",
            $"Mỗi đăng ký có nhiều nhất {CertificateRegistration.MostPapers} giấy tờ."
        );
        foreach (var paper in papers.Where(p => p.File.MediaType is not ("application/pdf" or "image/jpeg" or "image/png" or "image/webp")))
            check.That(false, "Papers", $"“{paper.Name}” không phải PDF hoặc ảnh.");
    }

    /// <summary>Those who hold a post in a unit or one of its boards.</summary>
    public static IQueryable<Post> OfficersOf(UnionDb db, Unit office, DateOnly day) =>
        db
            .Posts.HeldOn(day)
            .Include(p => p.Account)
            .Where(p => p.UnitId == office.Id || (p.Unit.ParentId == office.Id && p.Unit.Kind.IsPartOfParent))
            .OrderBy(p => p.Account.FullName)
            .ThenBy(p => p.Id);
}
