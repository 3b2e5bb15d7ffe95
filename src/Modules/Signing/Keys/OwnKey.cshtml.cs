using System.Net.Mime;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Keys;

/// <summary>The own certificate: what it says, how long it counts, and the picture that goes with it.</summary>
[Uploads]
[Requires(Permissions.UseCode)]
internal sealed class OwnKeyModel(UnionDb db, UserContext user, AddKey add, ChangeKey change, TimeProvider time) : PageModel
{
    public const string Address = "/chu-ky-so";

    /// <summary>Days before its end in which a certificate is to be renewed.</summary>
    private const int SoonDays = 30;

    [BindProperty]
    public IFormFile? KeyFile { get; set; }

    [BindProperty]
    public string KeyPassword { get; set; } = "";

    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>Null when there is none.</summary>
    public SigningKey? Key { get; private set; }

    public bool IsOver => Key?.Until <= time.GetUtcNow().UtcDateTime;

    public bool IsSoonOver => !IsOver && Key?.Until <= time.GetUtcNow().UtcDateTime.AddDays(SoonDays);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetPictureAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Response.KeepNowhere();
        return Key?.Picture is { } picture ? File(picture, MediaTypeNames.Image.Png) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(
            await add.HandleAsync(await ReadAsync(KeyFile, SigningKey.MostFileBytes, ct), KeyPassword, ct),
            "Đã thêm chứng thư số; từ nay anh/chị ký được bằng chứng thư này.",
            ct
        );

    public async Task<IActionResult> OnPostPictureAsync(CancellationToken ct) =>
        await AnswerAsync(await change.DrawAsync(await ReadAsync(Picture, SigningKey.MostPictureBytes, ct), ct), "Đã ghi ảnh chữ ký.", ct);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        await AnswerAsync(await change.EndAsync(ct), "Đã thôi dùng chứng thư; tệp khóa đã xóa khỏi máy chủ.", ct);

    private async Task<IActionResult> AnswerAsync(Result result, string done, CancellationToken ct)
    {
        if (result.Ok)
        {
            TempData["flash"] = done;
            return Redirect(Address);
        }
        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return this.Invalid(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var own = user.Required.AccountId;
        Key = await db.SigningKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AccountId == own && k.EndedAt == null, ct);
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
