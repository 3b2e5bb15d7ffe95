using System.Globalization;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.PaperForms;
using DoanKet.Spreadsheets;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>A book as a spreadsheet, with the columns of the decree. On paper it is <see cref="PrintRegister"/>.</summary>
internal sealed class RegisterSheet(Work work, AuditTrail audit, TakenOut taken)
{
    /// <summary>A column of paper is given in percent of the page.</summary>
    private const double CharactersOfPercent = 1.8;

    public async Task WriteAsync(Stream target, OpenedRegister opened, CancellationToken ct)
    {
        var span = await opened.Register.SpanAsync(opened.Query, ct);
        var title = $"{opened.Title}, năm {opened.Query.Year}, {opened.Unit.Name}, {opened.Numbers(span)}";
        await work.RunAsync(
            () =>
            {
                audit.Record("documents.register.exported", null, $"Tải ra Excel {title}");
                return Task.FromResult(Result.Success);
            },
            ct
        );
        var lines = await opened.LinesAsync(ct).Take(TakenOut.MaxRows).ToListAsync(ct);
        await SheetWriter.WriteAsync(
            target,
            "Sổ",
            [.. opened.Register.Columns.Select(Column)],
            lines.Select(cells => (IReadOnlyList<object?>)[.. cells.Select(Cell)]),
            taken.Above(title, lines.Count),
            ct
        );
    }

    private static SheetColumn Column(PaperColumn column) =>
        new(column.Title, Math.Max(9, column.Width * CharactersOfPercent), IsOfDays(column) ? SheetColumn.Day : null);

    private static bool IsOfDays(PaperColumn column) =>
        column.Title.StartsWith("Ngày", StringComparison.Ordinal) || column.Title.StartsWith("Thời hạn", StringComparison.Ordinal);

    private static object Cell(string text) =>
        DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : text;
}
