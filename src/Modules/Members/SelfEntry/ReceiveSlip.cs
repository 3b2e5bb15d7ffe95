using System.Text.Json;
using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.SelfEntry;

/// <summary>Keeps what somebody sent who scanned the poster, for an officer of the union to look at.</summary>
internal sealed class ReceiveSlip(UnionDb db, Work work, FieldCipher cipher, Notices notices, TimeProvider time)
{
    /// <summary>Slips of a union that nobody has looked at yet; more are the work of a machine.</summary>
    private const int MaxWaiting = 3000;

    private static readonly string[] Officers = [Roles.Grassroots, Roles.Organiser];

    /// <summary>The link of a poster, as long as it is open and its union lives; null else.</summary>
    public async Task<EntryLink?> FindLinkAsync(string? typed, CancellationToken ct)
    {
        if (CardCode.Read(typed) is not { } code)
            return null;
        var link = await db
            .EntryLinks.AsNoTracking()
            .Include(l => l.Unit)
            .FirstOrDefaultAsync(l => l.Code == code && l.ClosedAt == null, ct);
        return link is not null && link.Unit.LivesOn(time.Today()) ? link : null;
    }

    public async Task<Result> HandleAsync(string code, SlipInput input, CancellationToken ct)
    {
        try
        {
            return await work.RunAsync(() => KeepAsync(code, input, ct), ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            // Pressed twice: the other press has kept it.
            return Result.Success;
        }
    }

    private async Task<Result> KeepAsync(string code, SlipInput input, CancellationToken ct)
    {
        if (await FindLinkAsync(code, ct) is not { } link)
            return Result.Fail("Mã ghi danh này đã đóng. Hãy hỏi cán bộ công đoàn của anh/chị.");
        var check = new Check()
            .Filled(input.NationalId, nameof(input.NationalId), "Hãy ghi số CCCD.")
            .Filled(input.Phone, nameof(input.Phone), "Hãy ghi số điện thoại để công đoàn liên lạc.")
            .That(input.Agrees, nameof(input.Agrees), "Hãy đọc và đánh dấu đồng ý thì công đoàn mới được lưu thông tin này.");
        var read = CheckMember.Read(input.ToMember(link.Unit.Code), time.Today(), check);
        if (!check.Ok || read.NationalId is not { } number)
            return check.AsResult();
        var waiting = await db.EntrySlips.CountAsync(s => s.UnitId == link.UnitId, ct);
        if (waiting >= MaxWaiting)
            return Result.Fail("Công đoàn đang có quá nhiều phiếu chưa xem; hãy quay lại sau.");
        var key = cipher.Hash(Member.NationalIdPurpose, number.Digits);
        var slip = await db.EntrySlips.FirstOrDefaultAsync(s => s.UnitId == link.UnitId && s.NationalIdKey == key, ct);
        var form = cipher.Seal(JsonSerializer.Serialize(input));
        var name = PersonName.Tidy(input.FullName);
        if (slip is null)
        {
            slip = new()
            {
                Id = Ids.New(),
                UnitId = link.UnitId,
                FullName = name,
                NationalIdKey = key,
                SealedForm = form,
                ConsentVersion = ConsentText.Version,
            };
            db.Add(slip);
            // Once for all that come until somebody has looked.
            if (waiting == 0)
                await notices.TellPostsAsync(
                    [link.UnitId],
                    Officers,
                    "Có người tự ghi danh vào công đoàn; hãy xem và nhận",
                    "/doan-vien/ghi-danh",
                    ct
                );
        }
        (slip.FullName, slip.SealedForm, slip.ConsentVersion, slip.SentAt) = (name, form, ConsentText.Version, time.UtcDateTime());
        return Result.Success;
    }
}
