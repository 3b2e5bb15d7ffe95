using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>What a person does with the own key that is there: another picture, or no longer used.</summary>
internal sealed class ChangeKey(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    private const string NoKey = "Anh/chị chưa có chứng thư số trên phần mềm.";

    /// <param name="picture">PNG; empty takes the picture away.</param>
    public Task<Result> DrawAsync(byte[] picture, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await OwnAsync(ct) is not { } key)
                    return Result.Refuse(NoKey);
                var check = new Check().That(
                    picture.Length <= SigningKey.MostPictureBytes && IsPicture(picture),
                    "Picture",
                    "Ảnh chữ ký phải là tệp PNG nền trong suốt, không quá 1 MB."
                );
                if (!check.Ok)
                    return check.AsResult();
                key.Picture = picture.Length == 0 ? null : picture;
                audit.Record("signing.picture-changed", key.Id, picture.Length == 0 ? "Bỏ ảnh chữ ký" : "Đổi ảnh chữ ký");
                return Result.Success;
            },
            ct
        );

    public Task<Result> EndAsync(CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await OwnAsync(ct) is not { } key)
                    return Result.Refuse(NoKey);
                key.End(time.UtcDateTime());
                audit.Record("signing.key-ended", key.Id, $"Thôi dùng chứng thư số {key.Name}; tệp khóa đã xóa");
                return Result.Success;
            },
            ct
        );

    private Task<SigningKey?> OwnAsync(CancellationToken ct) =>
        db.SigningKeys.FirstOrDefaultAsync(k => k.AccountId == user.Required.AccountId && k.EndedAt == null, ct);

    private static bool IsPicture(byte[] picture)
    {
        try
        {
            return picture.Length == 0 || SignatureImage.FromPng(picture).Width > 0;
        }
        catch (PdfRefusedException)
        {
            return false;
        }
    }
}
