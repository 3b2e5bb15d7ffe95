using System.CommandLine;
using System.Text.Json;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members.Importing;

/// <summary><c>doanket members import</c>.</summary>
internal static class ImportVerb
{
    public static Command Build(RunVerb run)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Tệp .xlsx, .xls hoặc .csv" };
        var unit = new Option<string>("--unit") { Description = "Mã đơn vị có danh sách", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ kiểm tra, không ghi gì" };
        var accept = new Option<bool>("--accept-doubtful") { Description = "Nhập cả những dòng còn nghi vấn" };
        var json = new Option<bool>("--json") { Description = "In một đối tượng JSON: số dòng từng loại, cột đã hiểu, các dòng có lý do" };
        var command = new Command("import", "Nhập danh sách đoàn viên; dòng không nhập được thì để lại và nói lý do")
        {
            file,
            unit,
            dryRun,
            accept,
            json,
        };
        command.SetAction(
            (parse, ct) =>
                run(
                    parse,
                    async services =>
                    {
                        await services.GetRequiredService<PrepareDatabase>().HandleAsync(ct);
                        var (path, code) = (parse.GetValue(file)!, parse.GetValue(unit)!);
                        var output = parse.InvocationConfiguration.Output;
                        var result = await ImportAsync(services, path, code, !parse.GetValue(dryRun), parse.GetValue(accept), ct);
                        if (!result.Ok)
                        {
                            await parse.InvocationConfiguration.Error.WriteLineAsync(result.Message);
                            return 2;
                        }
                        await output.WriteLineAsync(
                            parse.GetValue(json) ? Json(result.Value, parse.GetValue(dryRun)) : Words(result.Value, parse.GetValue(dryRun))
                        );
                        return 0;
                    }
                )
        );
        return command;
    }

    private static async Task<Result<ImportReport>> ImportAsync(
        IServiceProvider services,
        FileInfo path,
        string code,
        bool write,
        bool acceptDoubtful,
        CancellationToken ct
    )
    {
        if (!path.Exists)
            return Result<ImportReport>.Fail($"Không có tệp {path.FullName}.");
        var units = services.GetRequiredService<UnionDb>().Units;
        if (await units.Where(u => u.Code == code).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct) is not { } unit)
            return Result<ImportReport>.Fail($"Không có đơn vị nào mã {code}.");
        await using var file = path.OpenRead();
        return await services.GetRequiredService<ImportMembers>().HandleAsync(file, new(unit, path.Name, write, acceptDoubtful), ct);
    }

    private static string Json(ImportReport report, bool dryRun) =>
        VerbJson.Line(
            new
            {
                Read = report.Rows.Count,
                New = report.Count(RowStatus.New),
                Updated = report.Count(RowStatus.Updated),
                Unchanged = report.Count(RowStatus.Unchanged),
                Doubtful = report.Count(RowStatus.Doubtful),
                Rejected = report.Count(RowStatus.Rejected),
                DryRun = dryRun,
                report.ImportId,
                Columns = report.Columns.Select(column => new
                {
                    Column = column.Index + 1,
                    column.Heading,
                    Field = JsonNamingPolicy.CamelCase.ConvertName(column.Field.ToString()),
                    column.ByContent,
                }),
                Rows = report
                    .Rows.Where(row => row.Reasons.Count + row.Notes.Count > 0)
                    .Select(row => new
                    {
                        Row = row.Line,
                        row.FullName,
                        Status = JsonNamingPolicy.CamelCase.ConvertName(row.Status.ToString()),
                        row.Reasons,
                        row.Notes,
                    }),
            }
        );

    private static string Words(ImportReport report, bool dryRun)
    {
        var counts =
            $"Đọc {report.Rows.Count} dòng: {report.Count(RowStatus.New)} mới, {report.Count(RowStatus.Updated)} cập nhật, "
            + $"{report.Count(RowStatus.Unchanged)} như cũ, {report.Count(RowStatus.Doubtful)} nghi vấn, "
            + $"{report.Count(RowStatus.Rejected)} không nhập được"
            + (dryRun ? " (chưa ghi gì)." : ".");
        var reasons = report
            .Rows.Where(row => row.Reasons.Count > 0)
            .Select(row => $"Dòng {row.Line}: {row.FullName}: {string.Join(" ", row.Reasons)}");
        return string.Join('\n', reasons.Prepend(counts));
    }
}
