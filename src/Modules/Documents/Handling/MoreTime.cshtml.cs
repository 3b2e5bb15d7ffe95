using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Modules.Documents.Handling;

[Requires(Permissions.DirectCode, Permissions.HandleCode, Permissions.AcknowledgeCode)]
internal sealed class MoreTimeModel(UnionDb db, UserContext user, AnswerForTime answer) : PartModel(db, user)
{
    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnPostAsync(Guid id, bool isGranted, CancellationToken ct) =>
        await AnswerAsync(
            id,
            await answer.HandleAsync(id, isGranted, Words, ct),
            isGranted ? "Đã cho gia hạn." : "Đã trả lời không gia hạn.",
            ct
        );

    protected override bool IsFor(Assignment part) => AnswerForTime.MayAnswer(Me, part);
}
