using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Shared;
using DoanKet.Spreadsheets;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Exporting;

internal sealed class ExportInput
{
    public List<MemberField> Columns { get; set; } = [];

    /// <summary>Stands in the log with the number of people.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>Gives a list of members out of the program, with the columns that were chosen; why and how many stands in the log.</summary>
internal sealed class ExportMembers(UnionDb db, Work work, AuditTrail audit, UserContext user, FieldCipher cipher, DataFolder data)
{
    /// <summary>People in one workbook.</summary>
    public const int MaxRows = 200_000;

    private const int AtOnce = 1000,
        MaxReason = 500;

    /// <param name="members">Whom the person may see, by the conditions of <see cref="Filtering.MemberFilter"/>.</param>
    public async Task<Result<FileStreamResult>> HandleAsync(IQueryable<Member> members, ExportInput input, CancellationToken ct)
    {
        var person = user.Required;
        var columns = ExportColumn.OpenTo(person).Where(c => input.Columns.Contains(c.Field)).ToList();
        var check = new Check()
            .Filled(input.Reason, nameof(input.Reason), "Hãy ghi lý do xuất danh sách.")
            .AtMost(input.Reason, MaxReason, nameof(input.Reason), "Lý do")
            .That(columns.Count > 0, nameof(input.Columns), "Hãy đánh dấu ít nhất một cột.");
        if (!check.Ok)
            return Result<FileStreamResult>.Fail(check.Problems);
        var ids = await members
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.NameBackward)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(MaxRows + 1)
            .ToListAsync(ct);
        if (ids.Count is 0 or > MaxRows)
            return Result<FileStreamResult>.Fail(
                ids.Count == 0 ? "Không có đoàn viên nào khớp." : $"Nhiều hơn {MaxRows:N0} người; hãy chọn từng đơn vị.",
                ""
            );
        var file = await data.SheetFileAsync(
            "Doan-vien.xlsx",
            stream => SheetWriter.WriteAsync(stream, "Đoàn viên", [.. columns.Select(c => c.Sheet)], Rows(ids, columns), ct)
        );
        // Nothing leaves that does not stand in the log.
        var logged = await work.RunAsync(
            () =>
            {
                var names = string.Join(", ", columns.Select(c => c.Heading));
                audit.Record("members.exported", null, $"Xuất danh sách {ids.Count} đoàn viên ({names}). Lý do: {input.Reason.Trim()}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
        return logged.Ok ? Result.Of(file) : Result<FileStreamResult>.Fail(logged.Problems);
    }

    /// <summary>Read some at a time while the sheet is written, so that a province does not lie in memory.</summary>
    private IEnumerable<IReadOnlyList<object?>> Rows(List<Guid> ids, List<ExportColumn> columns)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            var members = db.Members.AsNoTracking().Include(m => m.Unit).Where(m => some.Contains(m.Id)).ToDictionary(m => m.Id);
            var profiles = db.Profiles.AsNoTracking().Where(p => some.Contains(p.MemberId)).ToDictionary(p => p.MemberId);
            var sensitive = db.Sensitive.AsNoTracking().Where(s => some.Contains(s.MemberId)).ToDictionary(s => s.MemberId);
            foreach (var id in some)
                if (members.TryGetValue(id, out var member))
                    yield return Row(
                        new(member, profiles.GetValueOrDefault(id) ?? new(), sensitive.GetValueOrDefault(id) ?? new()),
                        columns
                    );
        }
    }

    /// <summary>A permission may reach some of the unions and not others.</summary>
    private object?[] Row(MemberRecord record, List<ExportColumn> columns) =>
        [
            .. columns.Select(column =>
                column.Needs is { } needed && !user.Required.Can(needed, record.Member.Unit) ? null
                : column.Field == MemberField.NationalId
                    ? record.Member.NationalIdSealed is { } sealedId ? cipher.Open(sealedId)
                        : null
                : column.Value(record)
            ),
        ];
}
