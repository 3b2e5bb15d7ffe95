using System.Security.Cryptography.X509Certificates;
using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>A key and where it lies.</summary>
/// <param name="Certificates">The key's own first, then its issuers as far as they came with it.</param>
/// <param name="Provider">And what follows: of a key that a provider keeps.</param>
internal sealed record FoundKey(
    KeyPlace Place,
    IReadOnlyList<X509Certificate2> Certificates,
    string? Provider = null,
    byte[]? SealedUser = null,
    string? CredentialId = null,
    bool AsksPin = false
);

/// <summary>Takes in a certificate and its key; the one before is not used any more, its picture goes over.</summary>
internal sealed class AddKey(UnionDb db, Work work, HeldKeys keys, AuditTrail audit, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Less is too weak for what is asked today (TT 15/2025/TT-BKHCN, phụ lục I).</summary>
    private const int LeastRsaBits = 2048;

    private const string NotAllowed = "Anh/chị không có quyền dùng chứng thư số này trên phần mềm.";

    public Task<Result<Guid>> HandleAsync(KeyHolder holder, byte[] file, string password, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!await keys.MayUseAsync(holder, ct))
                    return Result<Guid>.Refuse(NotAllowed);
                var check = new Check();
                using var key = Open(file, password, check);
                if (key is null)
                    return Result<Guid>.Fail(check.Problems);
                Look(key.Certificates[0], check);
                return check.Ok
                    ? Result.Of(await ReplaceAsync(holder, new(KeyPlace.Here, key.Certificates), cipher.SealBytes(file), ct))
                    : Result<Guid>.Fail(check.Problems);
            },
            ct
        );

    /// <summary>The key stays where it is; that it is there, and in the person's hand, was proved.</summary>
    public Task<Result<Guid>> FromElsewhereAsync(KeyHolder holder, FoundKey found, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (!await keys.MayUseAsync(holder, ct))
                    return Result<Guid>.Refuse(NotAllowed);
                var check = new Check();
                Look(found.Certificates[0], check);
                return check.Ok ? Result.Of(await ReplaceAsync(holder, found, [], ct)) : Result<Guid>.Fail(check.Problems);
            },
            ct
        );

    private async Task<Guid> ReplaceAsync(KeyHolder holder, FoundKey found, byte[] sealedFile, CancellationToken ct)
    {
        await keys.LockAsync(holder, ct);
        var before = await keys.Of(holder).FirstOrDefaultAsync(ct);
        before?.End(time.UtcDateTime());
        // The index allows one at a time.
        await db.SaveChangesAsync(ct);
        var certificate = found.Certificates[0];
        var added = new SigningKey
        {
            Id = Ids.New(),
            AccountId = holder.AccountId,
            UnitId = holder.UnitId,
            Name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false).Shortened(SigningKey.MaxName),
            Issuer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true).Shortened(SigningKey.MaxName),
            Certificate = certificate.RawData,
            Issuers = CertificateChain.Issuers(found.Certificates),
            Place = found.Place,
            SealedFile = sealedFile,
            Provider = found.Provider,
            SealedUser = found.SealedUser,
            CredentialId = found.CredentialId,
            AsksPin = found.AsksPin,
            Picture = before?.Picture,
            SealWidth = before?.SealWidth,
            From = certificate.NotBefore.ToUniversalTime(),
            Until = certificate.NotAfter.ToUniversalTime(),
            AddedAt = time.UtcDateTime(),
        };
        db.Add(added);
        var from = found.Place switch
        {
            KeyPlace.Token => " trong token",
            KeyPlace.Module => " trong thiết bị bảo mật của máy chủ",
            KeyPlace.Provider => $" ở nhà cung cấp {found.Provider}",
            _ => "",
        };
        audit.Record("signing.key-added", added.Id, $"Thêm chứng thư số{from} {added.Name}, số {certificate.SerialNumber}");
        return added.Id;
    }

    private static Pkcs12Key? Open(byte[] file, string password, Check check)
    {
        check.That(file.Length > 0, "KeyFile", "Hãy chọn tệp chứng thư (.p12 hoặc .pfx).");
        check.That(
            file.Length <= SigningKey.MostFileBytes,
            "KeyFile",
            "Tệp quá lớn, không phải tệp chứng thư; hãy chọn tệp .p12 hoặc .pfx mà nhà cung cấp giao."
        );
        if (!check.Ok)
            return null;
        try
        {
            return Pkcs12Key.Open(file, password);
        }
        catch (PdfRefusedException)
        {
            check.That(false, "KeyPassword", "Không mở được tệp: mật khẩu không đúng, hoặc tệp không phải .p12, .pfx có kèm khóa.");
            return null;
        }
    }

    private void Look(X509Certificate2 certificate, Check check)
    {
        var now = time.GetUtcNow();
        check.That(certificate.NotAfter > now, "KeyFile", $"Chứng thư đã hết hạn từ {certificate.NotAfter.ToUniversalTime().Show()}.");
        check.That(certificate.NotBefore <= now, "KeyFile", "Chứng thư chưa đến ngày có hiệu lực.");
        check.That(certificate.RawData.Length <= SigningKey.MaxCertificate, "KeyFile", "Chứng thư quá lớn.");
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        check.That(
            usage is null || (usage & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0,
            "KeyFile",
            "Chứng thư này không dùng để ký."
        );
        using var rsa = certificate.GetRSAPublicKey();
        check.That(rsa is null || rsa.KeySize >= LeastRsaBits, "KeyFile", "Khóa của chứng thư quá yếu (RSA dưới 2048 bit).");
    }
}
