using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Who gave a part, or a leader of the office, grants the later day that was asked for, or says why not.</summary>
internal sealed class AnswerForTime(UnionDb db, Work work, UserContext user, Notices notices, History history)
{
    private static readonly string[] Heads = [Roles.Head, Roles.Leader, Roles.Grassroots];

    public static bool MayAnswer(CurrentUser person, Assignment part) =>
        part.AskedDueOn is not null
        && part.State == AssignmentState.Open
        && (person.AccountIds.Contains(part.AssignedBy) || person.Can(Permissions.Direct, part.Incoming.Unit));

    public Task<Result> HandleAsync(Guid partId, bool isGranted, string? words, CancellationToken ct) =>
        work.RunAsync(() => AnswerAsync(partId, isGranted, words?.Trim() ?? "", ct), ct);

    private async Task<Result> AnswerAsync(Guid partId, bool isGranted, string words, CancellationToken ct)
    {
        var readable = db.Incoming.ReadableBy(db, user.Required).Select(d => d.Id);
        var part = await db
            .Assignments.Where(a => readable.Contains(a.IncomingId))
            .Include(a => a.ToUnit)
            .Include(a => a.ToAccount)
            .Include(a => a.Incoming)
                .ThenInclude(d => d.Unit)
            .FirstOrDefaultAsync(a => a.Id == partId, ct);
        if (
            part is null
            || !(user.Required.AccountIds.Contains(part.AssignedBy) || user.Required.Can(Permissions.Direct, part.Incoming.Unit))
        )
            return Result.Refuse("Phần việc này không do anh/chị giao.");
        var check = new Check()
            .That(MayAnswer(user.Required, part), "", "Yêu cầu gia hạn này đã được trả lời.")
            .That(isGranted || words.Length > 0, "Words", "Hãy ghi lý do không gia hạn.")
            .AtMost(words, Assignment.MaxAskedReason, "Words", "Ý kiến");
        if (!check.Ok)
            return check.AsResult();
        var (document, asked) = (part.Incoming, part.AskedDueOn!.Value);
        if (isGranted)
        {
            part.DueOn = asked;
            // The lead's day is the document's.
            if (part is { FromId: null, Role: AssignmentRole.Lead })
                document.DueOn = asked;
        }
        (part.AskedDueOn, part.AskedReason) = (null, "");
        var text = (isGranted ? $"Cho {part.Holder} gia hạn đến {asked.Show()}" : $"Không gia hạn cho {part.Holder}") + Said(words);
        history.Record(document, EventKind.TimeAnswered, "documents.assignment.time-answered", text);
        var notice = $"{text}. Văn bản đến số {document.ArrivalNumber}: {document.Subject}";
        if (part.ToAccountId is { } person)
            await notices.TellAsync(person, notice, $"/van-ban/den/{document.Id}", ct);
        else
            await notices.TellPostsAsync([part.ToUnitId!.Value], Heads, notice, $"/van-ban/den/{document.Id}", ct);
        return Result.Success;
    }

    private static string Said(string words) => words.Length > 0 ? $": {words}" : "";
}
