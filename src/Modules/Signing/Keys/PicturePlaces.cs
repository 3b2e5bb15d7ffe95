using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Places;
using DoanKet.Pades;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <inheritdoc cref="IPicturePlaces"/>
internal sealed class PicturePlaces(UnionDb db, Work work, HeldKeys keys, IFileReader reader, IBlobStore blobs, UserContext user)
    : IPicturePlaces
{
    /// <summary>Points: what is smaller is no signature that anybody sees, and what is larger covers the paper.</summary>
    private const double Narrowest = 40,
        Widest = 300;

    /// <summary>Points: the picture where it is only proposed.</summary>
    private const double Proposed = 140;

    private Guid Own => user.Required.AccountId;

    public async Task<PlacedPicture?> FindAsync(string sha256, string signerName, int? page, CancellationToken ct)
    {
        if (await keys.UsableAsync(KeyHolder.Person(Own), ct) is not { Picture: { } png })
            return null;
        try
        {
            var picture = SignatureImage.FromPng(png);
            var ratio = (double)picture.Width / picture.Height;
            using var local = await blobs.LocalAsync(sha256, ct);
            using var file = PdfSource.FromFile(local.Path);
            var moved = await OfAsync(Own, sha256, ct);
            var found = moved ?? PicturePlace.Find(await PaperText.ReadAsync(reader, local.Path, ct), file, signerName, ratio);
            var isHere = found is { } there && (page is null || page == there.Page);
            var number = page ?? found?.Page ?? 1;
            if (PdfPages.SizeOf(file, number) is not { } size)
                return null;
            var place = isHere ? found!.Value.Place : Propose(size.Width, ratio);
            var spot = new PictureSpot(number, place.X, place.Y, place.Width, place.Height);
            return new(spot, size.Width, size.Height, isHere, isHere && moved is not null, $"{OwnKeyModel.Address}?handler=Picture");
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return null;
        }
    }

    public async Task<Result> MoveAsync(string sha256, PictureSpot spot, CancellationToken ct)
    {
        if (await keys.UsableAsync(KeyHolder.Person(Own), ct) is not { Picture: { } png })
            return Result.Refuse("Chưa có ảnh chữ ký; hãy thêm ở “Chữ ký của tôi”.");
        var picture = SignatureImage.FromPng(png);
        var height = spot.Width * picture.Height / picture.Width;
        if (!await FitsAsync(sha256, spot with { Height = height }, ct))
            return Result.Fail($"Ảnh chữ ký phải nằm trọn trong trang, rộng từ {Show(Narrowest)} đến {Show(Widest)} mm.");
        return await work.RunAsync(
            async () =>
            {
                await keys.LockAsync(KeyHolder.Person(Own), ct);
                var moved = await db.MovedPictures.FirstOrDefaultAsync(m => m.AccountId == Own && m.Sha256 == sha256, ct);
                if (moved is null)
                    db.Add(
                        moved = new()
                        {
                            Id = Ids.New(),
                            AccountId = Own,
                            Sha256 = sha256,
                        }
                    );
                (moved.Page, moved.X, moved.Y, moved.Width, moved.Height) = (spot.Page, spot.X, spot.Y, spot.Width, height);
                return Result.Success;
            },
            ct
        );
    }

    public Task<Result> ResetAsync(string sha256, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.MovedPictures.Where(m => m.AccountId == Own && m.Sha256 == sha256).ExecuteDeleteAsync(ct);
                return Result.Success;
            },
            ct
        );

    /// <returns>Null where the person has not moved it.</returns>
    public async Task<(int Page, PageRectangle Place)?> OfAsync(Guid accountId, string sha256, CancellationToken ct) =>
        await db.MovedPictures.AsNoTracking().FirstOrDefaultAsync(m => m.AccountId == accountId && m.Sha256 == sha256, ct) is { } moved
            ? (moved.Page, new(moved.X, moved.Y, moved.Width, moved.Height))
            : null;

    private async Task<bool> FitsAsync(string sha256, PictureSpot spot, CancellationToken ct)
    {
        using var local = await blobs.LocalAsync(sha256, ct);
        using var file = PdfSource.FromFile(local.Path);
        return PdfPages.SizeOf(file, spot.Page) is { } page
            && spot.Width is >= Narrowest and <= Widest
            && spot is { X: >= 0, Y: >= 0 }
            && spot.X + spot.Width <= page.Width
            && spot.Y + spot.Height <= page.Height;
    }

    /// <summary>At the lower right, where signatures stand as a rule.</summary>
    private static PageRectangle Propose(double pageWidth, double ratio) =>
        new(Math.Max(0, pageWidth - Proposed - 90), 110, Proposed, Proposed / ratio);

    private static string Show(double points) => Math.Round(points * 25.4 / 72).ToString("0");
}
