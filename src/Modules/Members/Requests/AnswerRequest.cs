using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Requests;

/// <summary>The union says that a request is there, puts the answer off once, or answers.</summary>
internal sealed class AnswerRequest(UnionDb db, Work work, AuditTrail audit, UserContext user, TimeProvider time)
{
    public Task<Result> AcknowledgeAsync(Guid id, CancellationToken ct) =>
        ChangeAsync(
            id,
            "báo đã nhận",
            request =>
            {
                if (request.State != RequestState.Sent)
                    return Task.FromResult(Result.Fail("Yêu cầu này đã được báo nhận."));
                request.State = RequestState.Acknowledged;
                return Task.FromResult(Result.Success);
            },
            ct
        );

    public Task<Result> ExtendAsync(Guid id, string because, CancellationToken ct) =>
        ChangeAsync(
            id,
            "gia hạn",
            request =>
            {
                var check = new Check()
                    .That(request.ExtraDays > 0, "", "Yêu cầu này không gia hạn thêm được.")
                    .Filled(because, "Because", "Hãy ghi lý do để đoàn viên biết.")
                    .AtMost(because, MemberRequest.MaxText, "Because", "Lý do");
                if (!check.Ok)
                    return Task.FromResult(check.AsResult());
                (request.AnswerBy, request.ExtraDays) = (request.AnswerBy.AddDays(request.ExtraDays), 0);
                (request.ExtendedBecause, request.State) = (because.Trim(), RequestState.Acknowledged);
                return Task.FromResult(Result.Success);
            },
            ct
        );

    public Task<Result> AnswerAsync(Guid id, bool granted, string answer, CancellationToken ct) =>
        ChangeAsync(
            id,
            granted ? "đã giải quyết" : "không giải quyết",
            async request =>
            {
                var check = new Check()
                    .Filled(answer, "Answer", "Hãy viết câu trả lời để đoàn viên đọc.")
                    .AtMost(answer, MemberRequest.MaxText, "Answer", "Câu trả lời");
                if (!check.Ok)
                    return check.AsResult();
                request.State = granted ? RequestState.Granted : RequestState.Refused;
                request.Answer = answer.Trim();
                (request.AnsweredAt, request.AnsweredBy) = (time.UtcDateTime(), user.Required.FullName);
                if (granted && request.KindCode == RequestKind.Withdrawal)
                    await EndConsentsAsync(request.MemberId, ct);
                return Result.Success;
            },
            ct
        );

    private async Task EndConsentsAsync(Guid memberId, CancellationToken ct)
    {
        foreach (var consent in await db.Consents.Where(c => c.MemberId == memberId && c.WithdrawnAt == null).ToListAsync(ct))
            consent.WithdrawnAt = time.UtcDateTime();
    }

    private Task<Result> ChangeAsync(Guid id, string did, Func<MemberRequest, Task<Result>> change, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<MemberRequest>(db, id, ct);
                var request = await db
                    .Requests.VisibleTo(user.Required, Permissions.Edit)
                    .Include(r => r.Member)
                    .FirstOrDefaultAsync(r => r.Id == id, ct);
                if (request is null)
                    return Result.Refuse("Anh/chị không có quyền trả lời yêu cầu này.");
                if (!request.State.IsOpen())
                    return Result.Fail("Yêu cầu này đã được trả lời.");
                var changed = await change(request);
                if (changed.Ok)
                    audit.Record(
                        "members.request.answered",
                        request.MemberId,
                        $"Yêu cầu “{request.KindName}” của {request.Member.FullName}: {did}"
                    );
                return changed;
            },
            ct
        );
}
