using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Spreadsheets;
using DoanKet.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>The board as a spreadsheet.</summary>
internal static class BoardExport
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("STT", 7),
        new("Mã đơn vị", 14),
        new("Đơn vị", 50),
        new("Đơn vị cấp trên", 40),
        new("Trạng thái", 24),
        new("Đã gửi", 18),
        new("Đã mở", 18),
        new("Đã vào sổ", 18),
        new("Số đến", 10),
        new("Hoàn thành", 18),
        new("Hạn", 12, SheetColumn.Day),
        new("Quá hạn", 10),
        new("Lý do trả lại", 40),
        new("Số lần nhắc", 12),
        new("Thu hồi", 24),
        new("Lý do không đồng ý thu hồi", 40),
    ];

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
        TakenOut taken,
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
        var outside = await read.OutsideAsync(id, ct);
        return await data.SheetAsync(
            $"theo-doi-{document.Number}-{document.Year}.xlsx",
            stream =>
                WriteAsync(
                    stream,
                    rows,
                    outside,
                    [$"Nơi nhận văn bản {document.NumberText}: {document.Subject}", taken.ByWhom],
                    time.Today(),
                    ct
                )
        );
    }

    /// <summary>The units of the program, then the bodies outside it.</summary>
    public static Task WriteAsync(
        Stream target,
        IReadOnlyList<BoardRow> rows,
        IReadOnlyList<string> outside,
        IReadOnlyList<string> above,
        DateOnly today,
        CancellationToken ct
    ) =>
        SheetWriter.WriteAsync(
            target,
            "Nơi nhận",
            Columns,
            rows.Select((row, i) => Cells(row, i + 1, today)).Concat(outside.Select((name, i) => Outside(name, rows.Count + i + 1))),
            above,
            ct
        );

    private static object?[] Outside(string name, int number)
    {
        var cells = new object?[Columns.Count];
        (cells[0], cells[2], cells[4]) = (number, name, "Ngoài hệ thống");
        return cells;
    }

    private static IReadOnlyList<object?> Cells(BoardRow row, int number, DateOnly today) =>
        [
            number,
            row.Code,
            row.Name,
            row.Parent,
            row.State.Name(),
            row.DeliveredAt.Show(),
            row.OpenedAt?.Show(),
            row.RegisteredAt?.Show(),
            row.ArrivalNumber,
            row.DoneAt?.Show(),
            row.DueOn,
            row.IsOverdue(today) ? "Quá hạn" : "",
            row.ReturnReason,
            row.Reminders,
            row.Recall?.Name(),
            row.RecallRefusal,
        ];
}
