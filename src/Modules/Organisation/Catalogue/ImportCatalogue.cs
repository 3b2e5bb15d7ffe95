using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Spreadsheets;
using DoanKet.VietnameseText;

namespace DoanKet.Modules.Organisation.Catalogue;

/// <summary>What a spreadsheet does, or would do, to a catalogue.</summary>
/// <param name="Problems">By line of the sheet; with any of them nothing is written.</param>
internal sealed record ImportOutcome(int Added, int Changed, int Same, IReadOnlyList<(int Line, string Text)> Problems)
{
    public bool Ok => Problems.Count == 0;
}

/// <summary>
/// Reads a spreadsheet into a catalogue, whole or not at all. A line with the key fields and the first day of a row changes that row, any
/// other is new; what the sheet does not name stays.
/// </summary>
internal sealed class ImportCatalogue(Work work, AuditTrail audit, UserContext user)
{
    /// <summary>A catalogue is small; its lines are compared with one another.</summary>
    private const int MaxLines = 2000;

    /// <summary>Problems shown at once.</summary>
    private const int MaxProblems = 50;

    /// <param name="write">False: only says what would happen.</param>
    public async Task<Result<ImportOutcome>> HandleAsync(ICatalogue catalogue, Stream file, bool write, CancellationToken ct)
    {
        if (!user.Required.CanEverywhere(Permissions.Operations))
            return Result<ImportOutcome>.Refuse("Anh/chị không có quyền sửa danh mục.");
        IReadOnlyList<SheetLine> lines;
        try
        {
            lines = SheetReader.Read(file, SheetLimits.Small with { Lines = MaxLines }, ct);
        }
        catch (SheetException e)
        {
            return Result<ImportOutcome>.Fail(
                e.Fault == SheetFault.TooLarge
                    ? $"Tệp quá lớn; mỗi lần nhập nhiều nhất {MaxLines} dòng, 500 kB."
                    : "Không đọc được tệp; hãy lưu lại dạng .xlsx (Excel) không đặt mật khẩu, hoặc .csv.",
                "Sheet"
            );
        }
        var (heading, columns) = Heading(catalogue, lines);
        if (heading < 0)
            return Result<ImportOutcome>.Fail(
                "Không thấy dòng tiêu đề; hãy tải danh mục ra, sửa trong tệp đó rồi nhập lại. Các cột cần có: "
                    + string.Join(", ", catalogue.Fields.Where(field => field.IsRequired).Select(field => field.Label))
                    + ".",
                "Sheet"
            );
        ImportOutcome? outcome = null;
        await work.RunAsync(
            async () =>
            {
                outcome = await PutAllAsync(catalogue, [.. lines.Skip(heading + 1)], columns, ct);
                if (!outcome.Ok || !write)
                    return Result.Fail("Chỉ xem thử.");
                audit.Record(
                    "organisation.catalogue.imported",
                    null,
                    $"{catalogue.Name}: nhập từ tệp, thêm {outcome.Added}, sửa {outcome.Changed} dòng"
                );
                return Result.Success;
            },
            ct
        );
        return outcome!;
    }

    private static async Task<ImportOutcome> PutAllAsync(
        ICatalogue catalogue,
        IReadOnlyList<SheetLine> lines,
        IReadOnlyList<(CatalogueField Field, int Column)> columns,
        CancellationToken ct
    )
    {
        Dictionary<LineChange, int> counts = [];
        List<(int, string)> problems = [];
        foreach (var line in lines)
        {
            var values = columns.ToDictionary(column => column.Field.Name, column => line[column.Column].TrimStart('\''));
            var check = new Check();
            var change = await catalogue.PutAsync(await catalogue.FindAsync(values, ct), values, check, ct);
            if (check.Ok)
                counts[change] = counts.GetValueOrDefault(change) + 1;
            problems.AddRange(check.Problems.Select(problem => (line.Number, problem.Message)));
            if (problems.Count >= MaxProblems)
                break;
        }
        return new(
            counts.GetValueOrDefault(LineChange.Added),
            counts.GetValueOrDefault(LineChange.Changed),
            counts.GetValueOrDefault(LineChange.None),
            problems
        );
    }

    /// <summary>The first line that names every field that must be there, and in which column each field stands.</summary>
    private static (int Line, IReadOnlyList<(CatalogueField Field, int Column)> Columns) Heading(
        ICatalogue catalogue,
        IReadOnlyList<SheetLine> lines
    )
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var names = lines[i].Cells.Select(Fold.Text).ToList();
            var columns = catalogue
                .Fields.Select(field => (field, names.IndexOf(Fold.Text(field.Label))))
                .Where(column => column.Item2 >= 0)
                .ToList();
            if (catalogue.Fields.Where(field => field.IsRequired).All(field => columns.Exists(column => column.field == field)))
                return (i, columns);
        }
        return (-1, []);
    }
}
