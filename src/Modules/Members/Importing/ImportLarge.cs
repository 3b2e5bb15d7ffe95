using System.Text.Json;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Settings;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>What the officer does with a list too large for one request; <see cref="TakeInList"/> does the work.</summary>
internal sealed class ImportLarge(
    UnionDb db,
    Work work,
    JobQueue jobs,
    UserContext user,
    FieldCipher cipher,
    DataFolder data,
    TimeProvider time
)
{
    /// <summary>Of one file.</summary>
    public const long MostBytes = 60_000_000;

    /// <summary>Lists of one person under way at once.</summary>
    private const int MostOpen = 3;

    /// <param name="file">Read from where it stands.</param>
    public Task<Result<Guid>> StartAsync(Guid unitId, string fileName, Stream file, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var person = user.Required;
                var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct);
                if (unit is null || !person.Can(Permissions.Edit, unit))
                    return Result<Guid>.Refuse("Anh/chị không có quyền nhập đoàn viên của đơn vị này.");
                if (await db.ImportRuns.CountAsync(r => r.AccountId == person.AccountId && r.State < ImportRunState.Done, ct) >= MostOpen)
                    return Result<Guid>.Fail($"Anh/chị đang có {MostOpen} tệp lớn chưa xong; hãy nhập hoặc bỏ bớt trước.", "Sheet");
                var run = new ImportRun
                {
                    Id = Ids.New(),
                    UnitId = unitId,
                    AccountId = person.AccountId,
                    FileName = fileName.Length <= ImportRun.MaxFileName ? fileName : fileName[..ImportRun.MaxFileName],
                    AskedAt = time.UtcDateTime(),
                };
                db.Add(run);
                await db.SaveChangesAsync(ct);
                await KeepAsync(run.Id, file, ct);
                jobs.Add(TakeInList.Name, run.Id.ToString());
                return Result.Of(run.Id);
            },
            ct
        );

    /// <param name="accepted">Lines of doubtful rows that are right as they are.</param>
    public Task<Result> TakeAsync(Guid runId, IEnumerable<int> accepted, CancellationToken ct) =>
        ActAsync(
            runId,
            run =>
            {
                (run.State, run.Accepted) = (ImportRunState.Taking, string.Join(',', accepted.Order()));
                jobs.Add(TakeInList.Name, run.Id.ToString());
            },
            ct
        );

    /// <summary>Forgets the list, also one that was refused.</summary>
    public Task<Result> DropAsync(Guid runId, CancellationToken ct) => ActAsync(runId, run => db.Remove(run), ct, ImportRunState.Refused);

    /// <summary>The file as it came.</summary>
    /// <returns>A temporary file that begins at its beginning.</returns>
    public async Task<FileStream> OpenAsync(Guid runId, CancellationToken ct)
    {
        var file = data.OpenTemporary();
        var count = await db.ImportParts.CountAsync(p => p.RunId == runId, ct);
        for (var number = 0; number < count; number++)
        {
            var part = await db.ImportParts.AsNoTracking().SingleAsync(p => p.RunId == runId && p.Number == number, ct);
            await file.WriteAsync(cipher.OpenBytes(part.Sealed), ct);
        }
        file.Position = 0;
        return file;
    }

    public ReportSummary? SummaryOf(ImportRun run) =>
        run.SealedSummary.Length == 0 ? null : JsonSerializer.Deserialize<ReportSummary>(cipher.Open(run.SealedSummary));

    private async Task KeepAsync(Guid runId, Stream file, CancellationToken ct)
    {
        var buffer = new byte[ImportPart.Bytes];
        for (
            var number = 0;
            await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct) is > 0 and var length;
            number++
        )
        {
            db.Add(
                new ImportPart
                {
                    Id = Ids.New(),
                    RunId = runId,
                    Number = number,
                    Sealed = cipher.SealBytes(buffer.AsSpan(0, length)),
                }
            );
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Of a list that waits for the person who gave it.</summary>
    private Task<Result> ActAsync(
        Guid runId,
        Action<ImportRun> act,
        CancellationToken ct,
        ImportRunState alsoIn = ImportRunState.Checked
    ) =>
        work.RunAsync(
            async () =>
            {
                await db.Dialect.LockRowAsync<ImportRun>(db, runId, ct);
                var run = await db.ImportRuns.FirstOrDefaultAsync(r => r.Id == runId, ct);
                if (run is null || run.AccountId != user.Required.AccountId)
                    return Result.Refuse("Tệp này do người khác đưa lên.");
                if (run.State != ImportRunState.Checked && run.State != alsoIn)
                    return Result.Fail("Tệp này đang được xử lý hoặc đã nhập xong.");
                act(run);
                return Result.Success;
            },
            ct
        );
}
