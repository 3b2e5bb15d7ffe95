using System.Text.Json;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>
/// Looks through a large list, or takes it in, for the person who gave it. After a kill it begins anew: what was written stands whole under
/// the run's id, and then nothing is written again.
/// </summary>
internal sealed class TakeInList(
    UnionDb db,
    ImportLarge large,
    ImportMembers import,
    UserContext user,
    CurrentUserLoader people,
    FieldCipher cipher
) : IJobHandler
{
    public const string Name = "members.import",
        Title = "Nhập một danh sách đoàn viên lớn";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var id = Guid.Parse(payload);
        var run = await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        if (run is not { State: ImportRunState.Reading or ImportRunState.Taking })
            return;
        if (await db.Imports.AnyAsync(i => i.Id == id, ct))
        {
            await SayAsync(id, ImportRunState.Done, run.SealedSummary, "", ct);
            return;
        }
        // In the unit of the list, so that a person of several units acts there as by hand.
        user.Current = await people.LoadAsync(run.AccountId, run.UnitId, ct);
        if (user.Current is null)
        {
            await SayAsync(id, ImportRunState.Refused, [], "Tài khoản của người đưa tệp lên đã đóng.", ct);
            return;
        }
        var result = await RunAsync(run, ct);
        if (!result.Ok && run.State == ImportRunState.Taking && !result.IsRefused)
            // Somebody else wrote at the same moment: the list waits for the next word.
            await SayAsync(id, ImportRunState.Checked, run.SealedSummary, result.Message, ct);
        else if (!result.Ok)
            await SayAsync(id, ImportRunState.Refused, [], result.Message, ct);
        else
            await SayAsync(
                id,
                run.State == ImportRunState.Reading ? ImportRunState.Checked : ImportRunState.Done,
                cipher.Seal(JsonSerializer.Serialize(ReportSummary.Of(result.Value))),
                "",
                ct
            );
    }

    private async Task<Result<ImportReport>> RunAsync(ImportRun run, CancellationToken ct)
    {
        await using var file = await large.OpenAsync(run.Id, ct);
        var accepted = run.Accepted.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToHashSet();
        var isWrite = run.State == ImportRunState.Taking;
        return await import.HandleAsync(file, new(run.UnitId, run.FileName, isWrite, Accepted: accepted, Id: run.Id), ct);
    }

    private async Task SayAsync(Guid id, ImportRunState state, byte[] summary, string message, CancellationToken ct)
    {
        var shortened = message.Length <= ImportRun.MaxMessage ? message : message[..ImportRun.MaxMessage];
        await db
            .ImportRuns.Where(r => r.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.State, state).SetProperty(r => r.SealedSummary, summary).SetProperty(r => r.Message, shortened),
                ct
            );
        // Only a list that still waits is needed.
        if (state != ImportRunState.Checked)
            await db.ImportParts.Where(p => p.RunId == id).ExecuteDeleteAsync(ct);
    }
}
