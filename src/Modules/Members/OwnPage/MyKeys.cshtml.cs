using System.Net.Mime;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.OwnPage;

/// <summary>The phones that let the member in with finger, face or PIN.</summary>
internal sealed class MyKeysModel(OwnSessions sessions, OwnPasskeys passkeys, UnionDb db) : OwnPageModel(sessions)
{
    public IReadOnlyList<MemberPasskey> Keys { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>For the script: what to ask the phone for.</summary>
    public async Task<ContentResult> OnPostAskAsync() =>
        Content(await passkeys.AskNewAsync(Member, HttpContext), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken ct)
    {
        var added = await passkeys.AddAsync(Member, credential ?? "", HttpContext, ct);
        if (!added.Ok)
        {
            await LoadAsync(ct);
            return this.Invalid(added);
        }
        TempData["flash"] = "Đã thêm khóa. Lần sau, bấm “Vào bằng khóa của máy này”.";
        return Redirect("/toi/khoa");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid key, CancellationToken ct)
    {
        await passkeys.RemoveAsync(Member, key, ct);
        TempData["flash"] = "Đã gỡ khóa.";
        return Redirect("/toi/khoa");
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Keys = await db.MemberPasskeys.AsNoTracking().Where(k => k.MemberId == Member.Id).OrderBy(k => k.MadeAt).ToListAsync(ct);
}
