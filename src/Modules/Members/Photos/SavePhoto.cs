using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.PaperForms.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Photos;

internal sealed class PhotoInput
{
    public IFormFile? Picture { get; set; }

    /// <summary>The part that is taken, in hundredths of the picture's width and height; all empty: the middle.</summary>
    public decimal? Left { get; set; }

    public decimal? Top { get; set; }

    public decimal? Width { get; set; }
}

/// <summary>Keeps the portrait of a member, cut out of a picture from a phone.</summary>
internal sealed class SavePhoto(UnionDb db, Work work, AuditTrail audit, UserContext user, FileVault vault, TimeProvider time)
{
    /// <summary>Bytes of a picture as it comes.</summary>
    public const int MaxBytes = 15 * 1024 * 1024;

    public async Task<Result> HandleAsync(Guid memberId, PhotoInput input, CancellationToken ct)
    {
        if (!await Editable().AnyAsync(m => m.Id == memberId, ct))
            return Result.Refuse("Anh/chị không có quyền đổi ảnh của người này.");
        var check = new Check()
            .That(input.Picture is { Length: > 0 }, nameof(input.Picture), "Hãy chọn ảnh.")
            .That(
                input.Picture is null or { Length: <= MaxBytes },
                nameof(input.Picture),
                "Ảnh lớn hơn 15 MB; hãy chụp hoặc gửi ảnh nhỏ hơn."
            );
        if (!check.Ok)
            return check.AsResult();
        if (await CutAsync(input, ct) is not { } portrait)
            return Result.Fail("Tệp này không phải ảnh JPEG, PNG hay WebP mở được; hãy chọn ảnh khác.", nameof(input.Picture));
        var kept = await vault.SaveAsync(new MemoryStream(portrait), ct);
        return kept.Ok ? await KeepAsync(memberId, kept.Value.Sha256, ct) : Result.Fail(kept.Message, nameof(input.Picture));
    }

    private IQueryable<Shared.Member> Editable() => db.Members.VisibleTo(user.Required, Permissions.Edit);

    private static async Task<byte[]?> CutAsync(PhotoInput input, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await input.Picture!.CopyToAsync(bytes, ct);
        PortraitBox? box = input is { Left: { } left, Top: { } top, Width: { } width }
            ? new((float)left / 100, (float)top / 100, (float)width / 100)
            : null;
        return Portrait.Cut(bytes.ToArray(), box);
    }

    private Task<Result> KeepAsync(Guid memberId, string sha256, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Shared.Member>(db, memberId, ct);
                var member = await Editable().FirstAsync(m => m.Id == memberId, ct);
                var photo = await db.Photos.FirstOrDefaultAsync(p => p.MemberId == memberId, ct);
                if (photo is null)
                    db.Add(photo = new() { MemberId = memberId, Sha256 = sha256 });
                (photo.Sha256, photo.TakenInAt) = (sha256, time.UtcDateTime());
                audit.Record("members.photo", memberId, $"Đổi ảnh của {member.FullName}");
                return Result.Success;
            },
            ct
        );
}
