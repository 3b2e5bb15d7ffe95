using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>
/// The head of a board gives a part on to specialists, a unit to its people, at any depth. The part stays with its holder, who closes it
/// when those below have closed theirs.
/// </summary>
internal sealed class GiveOn(
    UnionDb db,
    TakePart take,
    UserContext user,
    PossibleHandlers handlers,
    WorkingDays days,
    TellHandlers tell,
    History history,
    TimeProvider time
)
{
    public Task<Result<bool>> HandleAsync(Guid partId, DirectInput input, CancellationToken ct) =>
        take.RunAsync(partId, (part, tree) => GiveAsync(part, tree, input, ct), ct);

    private async Task<Result<bool>> GiveAsync(Assignment part, PartTree tree, DirectInput input, CancellationToken ct)
    {
        var document = part.Incoming;
        var known = (await handlers.ForPartAsync(document.UnitId, part, ct)).ToDictionary(h => h.Key);
        var given = input.Parts();
        var due = input.Days is { } count ? await days.AddAsync(time.Today(), count, ct) : input.DueOn ?? part.DueOn;
        var held = tree.OpenWork.Select(PossibleHandler.KeyOf).ToHashSet();
        var twice = given.Where(p => held.Contains(p.Handler)).Select(p => known.GetValueOrDefault(p.Handler)).FirstOrDefault();
        var check = input
            .Check(time.Today())
            .That(document.State == IncomingState.Directed, "", "Văn bản đã kết thúc, không giao tiếp được.")
            .That(
                given.All(p => known.ContainsKey(p.Handler)),
                nameof(input.Lead),
                "Có người hoặc đơn vị không còn trong danh sách; hãy tải lại trang và chọn lại."
            )
            .That(twice is null, nameof(input.Lead), $"{twice?.Name} đã có phần việc ở văn bản này; hãy chọn người khác.")
            .That(
                due is null || part.DueOn is null || due <= part.DueOn,
                nameof(input.DueOn),
                $"Hạn giao tiếp không muộn hơn hạn của phần việc ({part.DueOn?.Show()})."
            );
        if (!check.Ok)
            return Result<bool>.Fail(check.Problems);
        var chosen = given.Select(p => (Handler: known[p.Handler], p.Role)).ToList();
        foreach (var (handler, role) in chosen)
            db.Add(
                new Assignment
                {
                    Id = Ids.New(),
                    IncomingId = document.Id,
                    FromId = part.Id,
                    Role = role,
                    ToUnitId = handler.UnitId,
                    ToAccountId = handler.AccountId,
                    DueOn = role == AssignmentRole.Inform ? null : due,
                    AssignedAt = time.UtcDateTime(),
                    AssignedBy = user.Required.AccountId,
                }
            );
        part.OpenedAt ??= time.UtcDateTime();
        var text = $"{input.Text} {DirectIncoming.Describe(chosen, due)}".Trim();
        history.Record(document, EventKind.GivenOn, "documents.assignment.given-on", text);
        await tell.HandleAsync(document, chosen, due, ct);
        return true;
    }
}
