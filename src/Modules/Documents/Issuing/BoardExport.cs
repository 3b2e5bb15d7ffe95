using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>The board as a spreadsheet. Every cell that a person typed is written as text: a unit named "=cmd" stays words.</summary>
internal static class BoardExport
{
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public sealed record Line(
        [property: ExcelColumn(Name = "STT", Width = 7)] int Number,
        [property: ExcelColumn(Name = "Mã đơn vị", Width = 14)] string Code,
        [property: ExcelColumn(Name = "Đơn vị", Width = 50)] string Unit,
        [property: ExcelColumn(Name = "Đơn vị cấp trên", Width = 40)] string Parent,
        [property: ExcelColumn(Name = "Tình trạng", Width = 24)] string State,
        [property: ExcelColumn(Name = "Đã gửi", Width = 18)] string Delivered,
        [property: ExcelColumn(Name = "Đã mở", Width = 18)] string Opened,
        [property: ExcelColumn(Name = "Đã vào sổ", Width = 18)] string Registered,
        [property: ExcelColumn(Name = "Số đến", Width = 10)] int? ArrivalNumber,
        [property: ExcelColumn(Name = "Hoàn thành", Width = 18)] string Done,
        [property: ExcelColumn(Name = "Hạn", Width = 12)] string Due,
        [property: ExcelColumn(Name = "Quá hạn", Width = 10)] string Overdue,
        [property: ExcelColumn(Name = "Lý do trả lại", Width = 40)] string ReturnReason,
        [property: ExcelColumn(Name = "Số lần nhắc", Width = 12)] int Reminders
    );

    public static void MapBoardExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/van-ban/di/{id:guid}/theo-doi.xlsx", GetAsync).WithMetadata(new RequiresAttribute(Permissions.FollowCode));

    private static async Task<IResult> GetAsync(
        Guid id,
        [FromQuery(Name = "loc")] string? state,
        [FromQuery(Name = "don-vi")] Guid? under,
        [FromQuery(Name = "tim")] string? words,
        ReadBoard read,
        DataFolder data,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (await read.DocumentAsync(id, ct) is not { } document)
            return Results.NotFound();
        var rows = await read.AllAsync(
            id,
            new()
            {
                State = state,
                Under = under,
                SearchTerms = words,
            },
            ct
        );
        // The archive is written to a file that vanishes with its stream: a zip can't be written straight into the answer without blocking.
        var stream = new FileStream(
            Path.Combine(data.Temporary, Ids.New().ToString("N")),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            4096,
            System.IO.FileOptions.DeleteOnClose | System.IO.FileOptions.Asynchronous
        );
        await WriteAsync(stream, rows, time.Today(), ct);
        stream.Position = 0;
        return Results.Stream(stream, SpreadsheetType, $"theo-doi-{document.Number}-{document.Year}.xlsx");
    }

    public static Task WriteAsync(Stream target, IReadOnlyList<BoardRow> rows, DateOnly today, CancellationToken ct) =>
        target.SaveAsAsync(rows.Select((row, i) => Of(row, i + 1, today)), sheetName: "Nơi nhận", cancellationToken: ct);

    private static Line Of(BoardRow row, int number, DateOnly today) =>
        new(
            number,
            AsText(row.Code),
            AsText(row.Name),
            AsText(row.Parent ?? ""),
            row.State.Name(),
            row.DeliveredAt.Show(),
            row.OpenedAt?.Show() ?? "",
            row.RegisteredAt?.Show() ?? "",
            row.ArrivalNumber,
            row.DoneAt?.Show() ?? "",
            row.DueOn?.Show() ?? "",
            row.IsOverdue(today) ? "Quá hạn" : "",
            AsText(row.ReturnReason),
            row.Reminders
        );

    /// <summary>The cells are text in the file already; the apostrophe keeps them so when the sheet is saved as CSV and opened
    /// again.</summary>
    private static string AsText(string typed) =>
        typed.Length > 0 && typed[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + typed : typed;
}
