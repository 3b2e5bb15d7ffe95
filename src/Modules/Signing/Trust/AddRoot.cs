using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>
/// Trusts a certificate once the administrator has typed the fingerprint that the official place publishes: a file alone proves nothing.
/// </summary>
internal sealed class AddRoot(UnionDb db, Work work, AuditTrail audit, JobQueue jobs, TimeProvider time)
{
    public Task<Result<Guid>> HandleAsync(byte[] file, TrustKind kind, string fingerprint, string source, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                using var certificate = CertificateFile.Read(file);
                var check = new Check();
                check.That(certificate is not null, "CertificateFile", CertificateFile.Refusal);
                check.Filled(source, "Source", "Hãy ghi nơi công bố mã kiểm tra, ví dụ trang thông tin của cơ quan cấp.");
                check.AtMost(source, TrustedRoot.MaxSource, "Source", "Nơi công bố");
                if (certificate is null || !check.Ok)
                    return Result<Guid>.Fail(check.Problems);
                var actual = Convert.ToHexString(SHA256.HashData(certificate.RawData));
                var typed = Fingerprints.Clean(fingerprint);
                check.That(
                    typed == actual,
                    "Fingerprint",
                    "Mã kiểm tra không khớp với tệp. Đừng tin chứng thư này; hãy tải lại từ nơi công bố chính thức."
                );
                check.That(IsAuthority(certificate), "CertificateFile", "Đây là chứng thư của người dùng, không phải của nơi cấp.");
                var isKnown = await db.TrustedRoots.AnyAsync(root => root.Fingerprint == actual && root.EndedAt == null, ct);
                check.That(!isKnown, "CertificateFile", "Chứng thư này đã có trong danh sách.");
                if (!check.Ok)
                    return Result<Guid>.Fail(check.Problems);
                var added = new TrustedRoot
                {
                    Id = Ids.New(),
                    Kind = kind,
                    Name = certificate.GetNameInfo(X509NameType.SimpleName, false).Shortened(TrustedRoot.MaxName),
                    Fingerprint = actual,
                    Certificate = certificate.RawData,
                    Source = source.Trim(),
                    AddedAt = time.UtcDateTime(),
                };
                db.Add(added);
                jobs.Add(SigningJobs.CheckAgain, "");
                audit.Record("signing.root-added", added.Id, $"Tin chứng thư gốc {added.Name}, {TrustNames.Of(kind)}, mã {actual}");
                return added.Id;
            },
            ct
        );

    internal static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(extension => extension.CertificateAuthority);
}
