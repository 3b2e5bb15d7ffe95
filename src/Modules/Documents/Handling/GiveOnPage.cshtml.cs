using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DoanKet.Modules.Documents.Handling;

[Requires(Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class GiveOnPageModel(
    UnionDb db,
    UserContext user,
    GiveOn giveOn,
    PossibleHandlers handlers,
    WorkingDays days,
    TimeProvider time
) : PartModel(db, user)
{
    [BindProperty]
    public DirectInput Input { get; set; } = new();

    public HandlerChoice Choice { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Deadlines { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // What could not be read as a day stands in ModelState already.
        var result = ModelState.IsValid ? await giveOn.HandleAsync(id, Input, ct) : Result<bool>.Fail("Hãy xem lại các mục được đánh dấu.");
        return await AnswerAsync(id, result, "Đã giao tiếp phần việc.", ct, nameof(Input));
    }

    protected override bool IsFor(Assignment part) => IncomingAccess.MineOf(Me).Compile()(part);

    protected override async Task LoadedAsync(CancellationToken ct)
    {
        Choice = HandlerChoice.Of(Input, await handlers.ForPartAsync(Document.UnitId, Part, ct));
        Deadlines = await Deadline.ChoicesAsync(days, time.Today(), ct);
    }
}
