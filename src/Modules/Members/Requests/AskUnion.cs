using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Members.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Requests;

/// <summary>A member asks something of the union.</summary>
internal sealed class AskUnion(UnionDb db, Work work, AuditTrail audit, Notices notices, WorkingDays days, TimeProvider time)
{
    /// <summary>Open requests of one member; more are a finger that stays on the button.</summary>
    private const int MaxOpen = 10;

    private static readonly string[] Officers = [Roles.Grassroots, Roles.Organiser];

    /// <summary>What can be asked today.</summary>
    public Task<List<RequestKind>> KindsAsync(CancellationToken ct) =>
        db.RequestKinds.AsNoTracking().ValidOn(time.Today()).OrderBy(k => k.Ordinal).ThenBy(k => k.Code).ToListAsync(ct);

    /// <param name="memberId">Who is signed in on the member's own page.</param>
    public Task<Result> HandleAsync(Guid memberId, string kindCode, string text, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<Member>(db, memberId, ct);
                var member = await db.Members.AsNoTracking().FirstAsync(m => m.Id == memberId, ct);
                var kind = (await KindsAsync(ct)).Find(k => k.Code == kindCode);
                var open = await db.Requests.CountAsync(r => r.MemberId == memberId && r.State < RequestState.Granted, ct);
                var check = new Check()
                    .That(kind is not null, "Kind", "Hãy chọn yêu cầu.")
                    .Filled(text, "Text", "Hãy viết rõ anh/chị cần gì.")
                    .AtMost(text, MemberRequest.MaxText, "Text", "Nội dung")
                    .That(open < MaxOpen, "", $"Anh/chị đang có {MaxOpen} yêu cầu chưa trả lời; hãy đợi công đoàn trả lời.");
                if (!check.Ok || kind is null)
                    return check.AsResult();
                var today = time.Today();
                var request = new MemberRequest
                {
                    Id = Ids.New(),
                    MemberId = memberId,
                    UnitId = member.UnitId,
                    KindCode = kind.Code,
                    KindName = kind.Name,
                    Text = text.Trim(),
                    AskedAt = time.UtcDateTime(),
                    AcknowledgeBy = await days.AddAsync(today, kind.AcknowledgeDays, ct),
                    AnswerBy = today.AddDays(kind.AnswerDays),
                    ExtraDays = kind.ExtraDays,
                };
                db.Add(request);
                audit.Record("members.request.sent", memberId, $"Yêu cầu của {member.FullName}: {kind.Name}");
                await notices.TellPostsAsync(
                    [member.UnitId],
                    Officers,
                    $"{member.FullName} gửi yêu cầu: {kind.Name}",
                    $"/doan-vien/yeu-cau/{request.Id}",
                    ct
                );
                return Result.Success;
            },
            ct
        );
}
