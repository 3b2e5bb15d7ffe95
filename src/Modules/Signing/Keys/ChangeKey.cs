using DoanKet.Kernel;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>What is done with a key that is there: another picture, or no longer used.</summary>
internal sealed class ChangeKey(Work work, HeldKeys keys, AuditTrail audit, TimeProvider time)
{
    private const string NoKey = "Chưa có chứng thư số trên phần mềm.";

    /// <param name="picture">PNG; empty takes the picture away.</param>
    /// <param name="sealWidth">Of a unit's key: millimetres.</param>
    public Task<Result> DrawAsync(KeyHolder holder, byte[] picture, int? sealWidth, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await FindAsync(holder, ct) is not { } key)
                    return Result.Refuse(NoKey);
                var isSeal = holder.UnitId is not null;
                var check = new Check()
                    .That(
                        picture.Length <= SigningKey.MostPictureBytes && IsPicture(picture),
                        "Picture",
                        $"Ảnh {(isSeal ? "con dấu" : "chữ ký")} phải là tệp PNG nền trong suốt, không quá 1 MB."
                    )
                    .That(
                        !isSeal || sealWidth is >= SigningKey.LeastSeal and <= SigningKey.MostSeal,
                        "SealWidth",
                        $"Hãy đo và nhập đường kính con dấu thật, từ {SigningKey.LeastSeal} đến {SigningKey.MostSeal} mm."
                    );
                if (!check.Ok)
                    return check.AsResult();
                key.Picture = picture.Length == 0 ? null : picture;
                key.SealWidth = isSeal ? sealWidth : null;
                audit.Record(
                    "signing.picture-changed",
                    key.Id,
                    (picture.Length == 0 ? "Bỏ ảnh " : "Đổi ảnh ") + (isSeal ? $"con dấu, rộng {sealWidth} mm" : "chữ ký")
                );
                return Result.Success;
            },
            ct
        );

    public Task<Result> EndAsync(KeyHolder holder, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                if (await FindAsync(holder, ct) is not { } key)
                    return Result.Refuse(NoKey);
                key.End(time.UtcDateTime());
                audit.Record("signing.key-ended", key.Id, $"Thôi dùng chứng thư số {key.Name}");
                return Result.Success;
            },
            ct
        );

    private async Task<SigningKey?> FindAsync(KeyHolder holder, CancellationToken ct) =>
        await keys.MayUseAsync(holder, ct) ? await keys.Of(holder).FirstOrDefaultAsync(ct) : null;

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
