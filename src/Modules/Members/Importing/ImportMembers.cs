using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Members.Shared;
using DoanKet.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Importing;

/// <summary>How a list is to be taken in.</summary>
/// <param name="UnitId">Whose list it is; people of unions below it stand under their code.</param>
/// <param name="Write">False: only says what would happen.</param>
/// <param name="AcceptAll">Doubtful rows are right as they are.</param>
/// <param name="Accepted">The doubtful rows of these lines are.</param>
/// <param name="Id">Under which it will be known, where that is settled before.</param>
internal sealed record ImportRequest(
    Guid UnitId,
    string FileName,
    bool Write,
    bool AcceptAll = false,
    IReadOnlySet<int>? Accepted = null,
    Guid? Id = null
)
{
    public bool Accepts(int line) => AcceptAll || Accepted?.Contains(line) == true;
}

/// <summary>
/// Takes a list into the registry in one transaction: what is new is added, what is known is brought up to date, and what can't be known is
/// left out and said. The same list again changes nothing.
/// </summary>
internal sealed class ImportMembers(
    UnionDb db,
    Work work,
    AuditTrail audit,
    UserContext user,
    FieldCipher cipher,
    KeepFigures figures,
    TimeProvider time
)
{
    /// <summary>Changed rows saved at once.</summary>
    private const int AtOnce = 1000;

    /// <summary>Rows of a list that lie in memory together.</summary>
    private const int RowsAtOnce = 1000;

    public async Task<Result<ImportReport>> HandleAsync(Stream file, ImportRequest request, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == request.UnitId, ct);
        if (unit is null)
            return Result<ImportReport>.Fail("Không tìm thấy đơn vị.");
        if (user.Current is { } person && !person.Can(Permissions.Edit, unit))
            return Result<ImportReport>.Refuse("Anh/chị không có quyền nhập đoàn viên của đơn vị này.");
        var list = ReadMemberList.Read(file, time.Today(), ct);
        if (!list.Ok)
            return Result<ImportReport>.Fail(list.Problems);
        // Planned before the transaction: a province takes a while, and others write meanwhile.
        var planned = await PlanAsync(list.Value, unit, request, ct);
        if (!planned.Ok)
            return Result<ImportReport>.Fail(planned.Problems);
        var plan = planned.Value;
        var report = new ImportReport(list.Value.Layout.Columns, plan.Outcomes, list.Value.Layout.LastHeadingLine);
        return request.Write && plan.New.Count + plan.Changed.Count > 0 ? await WriteAllAsync(plan, report, unit, request, ct) : report;
    }

    /// <summary>Whole or not at all; what somebody else wrote since the plan was made is told and not written over.</summary>
    private async Task<Result<ImportReport>> WriteAllAsync(
        ImportPlan plan,
        ImportReport report,
        Unit unit,
        ImportRequest request,
        CancellationToken ct
    )
    {
        try
        {
            return await work.RunAsync(
                async () => Result.Of(report with { ImportId = await WriteAsync(plan, report, unit, request, ct) }),
                ct
            );
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || db.Dialect.IsDuplicate(e))
        {
            return Result<ImportReport>.Fail(
                "Vừa có người khác thêm hoặc sửa một người trong danh sách này. Hãy kiểm tra lại tệp rồi nhập."
            );
        }
    }

    private async Task<Result<ImportPlan>> PlanAsync(MemberList list, Unit unit, ImportRequest request, CancellationToken ct)
    {
        var plan = new ImportPlan(
            db,
            request,
            cipher,
            time.UtcDateTime(),
            MayApprove(unit) ? MemberState.Active : MemberState.AwaitingApproval
        );
        await plan.BeginAsync(unit, time.Today(), ct);
        try
        {
            foreach (var some in list.Rows.Chunk(RowsAtOnce))
                await plan.DecideAsync(some, ct);
        }
        catch (SheetException e)
        {
            return Result<ImportPlan>.Fail(ReadMemberList.Words(e), "Sheet");
        }
        return plan.Outcomes.Count == 0 ? Result<ImportPlan>.Fail(ReadMemberList.Empty, "Sheet") : plan;
    }

    private bool MayApprove(Unit unit) => user.Current is not { } person || person.Can(Permissions.Approve, unit);

    private async Task<Guid> WriteAsync(ImportPlan plan, ImportReport report, Unit unit, ImportRequest request, CancellationToken ct)
    {
        var import = new MemberImport
        {
            Id = request.Id ?? Ids.New(),
            UnitId = unit.Id,
            FileName =
                request.FileName.Length <= MemberImport.MaxFileName ? request.FileName : request.FileName[..MemberImport.MaxFileName],
            By = user.Current?.FullName ?? "Chương trình",
            At = time.UtcDateTime(),
            Added = report.Count(RowStatus.New),
            Updated = report.Count(RowStatus.Updated),
            Unchanged = report.Count(RowStatus.Unchanged),
            LeftOut = report.Count(RowStatus.Doubtful) + report.Count(RowStatus.Rejected),
        };
        db.Add(import);
        await db.SaveChangesAsync(ct);
        foreach (var record in plan.New)
            record.Member.ImportId = import.Id;
        await db.Dialect.BulkInsertAsync(db, plan.New.Select(record => record.Member), ct);
        await db.Dialect.BulkInsertAsync(db, plan.New.Select(record => record.Profile), ct);
        await db.Dialect.BulkInsertAsync(db, plan.New.Select(record => record.Sensitive).Where(s => !s.IsEmpty), ct);
        await UpdateAsync(plan.Changed, import, ct);
        foreach (var record in plan.New)
            figures.Add(record.Member);
        foreach (var changed in plan.Changed)
            figures.Replace(changed.ShareBefore, changed.Record.Member);
        await figures.SaveAsync(ct);
        audit.Record(
            "members.imported",
            import.Id,
            $"Nhập danh sách “{import.FileName}” vào {unit.Name}: thêm {import.Added}, cập nhật {import.Updated}, để lại {import.LeftOut}"
        );
        return import.Id;
    }

    private async Task UpdateAsync(IReadOnlyList<ChangedMember> changed, MemberImport import, CancellationToken ct)
    {
        foreach (var some in changed.Chunk(AtOnce))
        {
            foreach (var (record, before, _, place, hadSensitive) in some)
            {
                db.Update(record.Member);
                db.Update(record.Profile);
                if (hadSensitive)
                    db.Update(record.Sensitive);
                else if (!record.Sensitive.IsEmpty)
                    db.Add(record.Sensitive);
                db.AddRange(place.To(record, time.Today(), import.At, import.By));
                db.Add(
                    new ImportChange
                    {
                        Id = Ids.New(),
                        ImportId = import.Id,
                        MemberId = record.Member.Id,
                        Before = before,
                        // Saving counts one more.
                        Version = record.Member.Version + 1,
                    }
                );
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
