using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>Keeps the bodies outside the program, one per line, in their order; the clerk sends to them by other ways.</summary>
internal sealed class NameOutsideReceivers(UnionDb db, TakeStep take)
{
    private const int MaxReceivers = 200;

    public Task<Result<StepOutcome>> HandleAsync(Guid outgoingId, string? lines, CancellationToken ct) =>
        take.RunAsync(
            outgoingId,
            OutgoingSteps.Issue,
            async _ =>
            {
                var names = (lines ?? "")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    // The same body written otherwise, with other letters or spaces, counts once.
                    .DistinctBy(name => Fold.Text(name))
                    .ToList();
                var check = new Check()
                    .That(names.Count <= MaxReceivers, "Outside", $"Nhiều nhất {MaxReceivers} nơi nhận ngoài hệ thống.")
                    .That(
                        names.All(n => n.Length <= OutsideReceiver.MaxName),
                        "Outside",
                        $"Dòng “{names.Find(n => n.Length > OutsideReceiver.MaxName)?[..40]}…” dài quá {OutsideReceiver.MaxName} ký tự; "
                            + "hãy ghi ngắn lại hoặc tách thành nhiều dòng."
                    );
                if (!check.Ok)
                    return check.AsResult();
                await db.OutsideReceivers.Where(r => r.OutgoingId == outgoingId).ExecuteDeleteAsync(ct);
                db.AddRange(
                    names.Select(
                        (name, i) =>
                            new OutsideReceiver
                            {
                                Id = Ids.New(),
                                OutgoingId = outgoingId,
                                Ordinal = i + 1,
                                Name = name,
                            }
                    )
                );
                return Result.Success;
            },
            ct
        );
}
