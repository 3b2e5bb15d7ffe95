using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>What the holder of a part can do besides the work itself: hand it over, ask for time, send it back.</summary>
[Requires(Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class PartPageModel(
    UnionDb db,
    UserContext user,
    HandOver handOver,
    AskForTime askForTime,
    SendPartBack sendBack,
    PossibleHandlers handlers
) : PartModel(db, user)
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? HandOverReason { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? TimeReason { get; set; }

    [BindProperty]
    public string? BackReason { get; set; }

    /// <summary>Who gave a part away need not see the document any more.</summary>
    private const string GivenToMe = "/van-ban/den/duoc-giao";

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnPostHandOverAsync(Guid id, CancellationToken ct)
    {
        var result = await handOver.HandleAsync(id, To, HandOverReason, ct);
        return await AnswerAsync(id, result, "Đã chuyển phần việc.", ct, goOn: GivenToMe);
    }

    public async Task<IActionResult> OnPostTimeAsync(Guid id, CancellationToken ct)
    {
        // What could not be read as a day stands in ModelState already.
        var result = ModelState.IsValid
            ? await askForTime.HandleAsync(id, Until, TimeReason, ct)
            : Result<bool>.Fail("Hãy xem lại các mục được đánh dấu.");
        return await AnswerAsync(id, result, "Đã gửi yêu cầu gia hạn tới người giao việc.", ct);
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken ct)
    {
        var result = await sendBack.HandleAsync(id, BackReason, ct);
        return await AnswerAsync(id, result, "Đã trả lại phần việc cho người giao.", ct, goOn: GivenToMe);
    }

    protected override bool IsFor(Assignment part) => IncomingAccess.MineOf(Me).Compile()(part);

    protected override async Task LoadedAsync(CancellationToken ct) =>
        People = [
            .. (await handlers.ForPartAsync(Document.UnitId, Part, ct)).Select(h => new SelectListItem(
                h.Title.Length > 0 ? $"{h.Name} – {h.Title}, {h.Place}" : h.Name,
                h.Key
            )),
        ];
}
