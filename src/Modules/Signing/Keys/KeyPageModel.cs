using System.Net.Mime;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>A certificate: what it says, how long it counts, and the picture that goes with it.</summary>
internal abstract class KeyPageModel(HeldKeys keys, AddKey add, ChangeKey change, SigningProviders providers, TimeProvider time) : PageModel
{
    /// <summary>Days before its end in which a certificate is to be renewed.</summary>
    private const int SoonDays = 30;

    private KeyHolder _holder;

    [BindProperty]
    public IFormFile? KeyFile { get; set; }

    [BindProperty]
    public string KeyPassword { get; set; } = "";

    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>Millimetres; of a unit's key.</summary>
    [BindProperty]
    public int? SealWidth { get; set; }

    /// <summary>Null when there is none.</summary>
    public SigningKey? Key { get; private set; }

    public bool IsOver => Key?.Until <= time.GetUtcNow().UtcDateTime;

    public bool IsSoonOver => !IsOver && Key?.Until <= time.GetUtcNow().UtcDateTime.AddDays(SoonDays);

    /// <summary>Where the key is, in words.</summary>
    public string KeyPlaceName =>
        Key!.Place switch
        {
            KeyPlace.Here => "máy chủ, khóa bằng mật khẩu",
            KeyPlace.Token => "USB token",
            KeyPlace.Module => "thiết bị bảo mật (HSM) của máy chủ",
            _ => providers.Find(Key.Provider)?.Name ?? $"{Key.Provider} (nhà cung cấp không còn trong cấu hình: chưa ký được)",
        };

    /// <summary>Some provider of remote signing is set.</summary>
    public bool HasProviders => providers.All.Count > 0;

    /// <summary>Of the pages on which a key somewhere else is added.</summary>
    public string OfficeQuery => IsSeal ? "?coQuan=true" : "";

    /// <summary>Where the page is.</summary>
    public abstract string Place { get; }

    public abstract string PictureName { get; }

    /// <summary>It is a unit's, and the picture is its seal.</summary>
    public virtual bool IsSeal => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPictureAsync(CancellationToken ct)
    {
        var isThere = await LoadAsync(ct);
        Response.KeepNowhere();
        return isThere && Key?.Picture is { } picture ? File(picture, MediaTypeNames.Image.Png) : NotFound();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        AnswerAsync(
            async holder => await add.HandleAsync(holder, await ReadAsync(KeyFile, SigningKey.MostFileBytes, ct), KeyPassword, ct),
            "Đã thêm chứng thư số; từ nay ký được bằng chứng thư này.",
            ct
        );

    public Task<IActionResult> OnPostPictureAsync(CancellationToken ct) =>
        AnswerAsync(
            async holder => await change.DrawAsync(holder, await ReadAsync(Picture, SigningKey.MostPictureBytes, ct), SealWidth, ct),
            $"Đã ghi ảnh {PictureName}.",
            ct
        );

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        AnswerAsync(holder => change.EndAsync(holder, ct), "Đã thôi dùng chứng thư; máy chủ không giữ gì của khóa nữa.", ct);

    protected HeldKeys Held => keys;

    /// <returns>Null where there is nobody whose key it could be.</returns>
    protected abstract Task<KeyHolder?> FindHolderAsync(CancellationToken ct);

    private async Task<IActionResult> AnswerAsync(Func<KeyHolder, Task<Result>> act, string done, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        var result = await act(_holder);
        if (!result.Ok)
            return await LoadAsync(ct) ? this.Invalid(result) : NotFound();
        TempData["flash"] = done;
        return Redirect(Place);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await FindHolderAsync(ct) is not { } holder)
            return false;
        _holder = holder;
        Key = await keys.Of(holder).AsNoTracking().FirstOrDefaultAsync(ct);
        SealWidth ??= Key?.SealWidth;
        return true;
    }

    /// <summary>One byte more than is allowed, so that what is too large is told so.</summary>
    private static async Task<byte[]> ReadAsync(IFormFile? file, int most, CancellationToken ct)
    {
        var bytes = new byte[Math.Min(file?.Length ?? 0, most + 1)];
        if (file is null)
            return bytes;
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
