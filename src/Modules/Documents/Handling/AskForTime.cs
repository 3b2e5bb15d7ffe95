using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>The holder of a part asks who gave it for a later day.</summary>
internal sealed class AskForTime(TakePart take, UserContext user, Notices notices, History history, TimeProvider time)
{
    public Task<Result<bool>> HandleAsync(Guid partId, DateOnly? until, string? reason, CancellationToken ct) =>
        take.RunAsync(partId, (part, _) => AskAsync(part, until, reason?.Trim() ?? "", ct), ct);

    private async Task<Result<bool>> AskAsync(Assignment part, DateOnly? until, string reason, CancellationToken ct)
    {
        var check = new Check()
            .That(part.DueOn is not null, "", "Phần việc này không có hạn nên không cần gia hạn.")
            .That(until is not null, "Until", "Hãy ghi ngày xin gia hạn đến.")
            .That(
                until is null || (until > part.DueOn && until >= time.Today()),
                "Until",
                $"Ngày xin gia hạn phải sau hạn hiện nay ({part.DueOn?.Show()}) và chưa qua."
            )
            .That(until is null || until <= time.Today().AddYears(2), "Until", "Ngày xin gia hạn quá xa; hãy xem lại năm.")
            .Filled(reason, "TimeReason", "Hãy ghi lý do xin gia hạn.")
            .AtMost(reason, Assignment.MaxAskedReason, "TimeReason", "Lý do");
        if (!check.Ok)
            return Result<bool>.Fail(check.Problems);
        var document = part.Incoming;
        (part.AskedDueOn, part.AskedReason) = (until, reason);
        var text = $"{part.Holder} xin gia hạn từ {part.DueOn?.Show()} đến {until?.Show()}. Lý do: {reason}";
        history.Record(document, EventKind.TimeAsked, "documents.assignment.time-asked", text);
        if (part.AssignedBy != user.Required.AccountId)
            await notices.TellAsync(
                part.AssignedBy,
                $"{text}. Văn bản: {document.Subject}",
                $"/van-ban/phan-viec/{part.Id}/cho-gia-han",
                ct
            );
        return true;
    }
}
