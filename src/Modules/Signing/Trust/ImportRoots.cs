using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Trust;

/// <summary>
/// Takes over the certificates that somebody else has compared and published under one signature; here the fingerprint of that publisher
/// is compared. What is known already stays as it is.
/// </summary>
internal sealed class ImportRoots(UnionDb db, Work work, AuditTrail audit, JobQueue jobs, TimeProvider time)
{
    /// <summary>The labels of the two stores in such a file.</summary>
    public const string National = "quoc-gia",
        Government = "chinh-phu";

    /// <returns>How many are new.</returns>
    public Task<Result<int>> HandleAsync(byte[] file, string publisher, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var typed = Fingerprints.Clean(publisher);
                IReadOnlyList<StoredRoot> roots;
                try
                {
                    roots = TrustStoreFile.Read(file, typed);
                }
                catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
                {
                    return Result<int>.Fail(
                        "Tệp không phải kho chứng thư do nơi phát hành này ký, hoặc đã bị sửa. Đừng dùng; hãy tải lại từ nơi công bố.",
                        "StoreFile"
                    );
                }
                var known = await db.TrustedRoots.Where(root => root.EndedAt == null).Select(root => root.Fingerprint).ToListAsync(ct);
                var added = 0;
                foreach (var root in roots)
                {
                    if (Read(root, typed) is not { } read)
                        return Result<int>.Fail(
                            $"Kho có chứng thư không đọc được, không phải của nơi cấp, hoặc có nhãn lạ “{root.Label}”; "
                                + $"nhãn phải là “{National}” hoặc “{Government}”.",
                            "StoreFile"
                        );
                    if (known.Contains(read.Fingerprint))
                        continue;
                    known.Add(read.Fingerprint);
                    db.Add(read);
                    audit.Record(
                        "signing.root-added",
                        read.Id,
                        $"Tin chứng thư gốc {read.Name}, {TrustNames.Of(read.Kind)}, {read.Source}"
                    );
                    added++;
                }
                if (added > 0)
                    jobs.Add(SigningJobs.CheckAgain, "");
                return added;
            },
            ct
        );

    private TrustedRoot? Read(StoredRoot root, string publisher)
    {
        TrustKind? kind = root.Label switch
        {
            National => TrustKind.National,
            Government => TrustKind.Government,
            _ => null,
        };
        using var certificate = CertificateFile.Read(root.Certificate);
        return kind is { } of && certificate is not null && AddRoot.IsAuthority(certificate)
            ? new()
            {
                Id = Ids.New(),
                Kind = of,
                Name = certificate.GetNameInfo(X509NameType.SimpleName, false).Shortened(TrustedRoot.MaxName),
                Fingerprint = Convert.ToHexString(SHA256.HashData(certificate.RawData)),
                Certificate = certificate.RawData,
                Source = $"Kho đã ký, nơi phát hành {publisher}",
                AddedAt = time.UtcDateTime(),
            }
            : null;
    }
}
