using SkiaSharp;

namespace DoanKet.PaperForms;

/// <summary>How the cells of a column stand.</summary>
public enum CellAlign
{
    Left,
    Centre,
}

/// <summary>A column of a printed table.</summary>
/// <param name="Title">As the form names it; repeated on every page.</param>
/// <param name="Width">Share of the page's width, relative to the other columns.</param>
public sealed record PaperColumn(string Title, float Width, CellAlign Align = CellAlign.Left);

/// <summary>A centred line of the cover.</summary>
/// <param name="Size">In points.</param>
/// <param name="Above">Space above it, in points.</param>
public sealed record CoverLine(string Text, float Size = 14, bool Bold = false, float Above = 6);

/// <summary>
/// A table of any length as PDF, A4 lying: a cover, then pages with the columns' titles, the row of their numbers "(1) (2) …", and the
/// rows. Rows are drawn as they come and never held together, so a book of a whole year costs the memory of one row.
/// </summary>
public sealed class TablePaper
{
    public required string Title { get; init; }

    public required IReadOnlyList<PaperColumn> Columns { get; init; }

    /// <summary>No cover page when empty.</summary>
    public IReadOnlyList<CoverLine> Cover { get; init; } = [];

    /// <summary>Centred above the table of the first page, for a table that needs no cover.</summary>
    public IReadOnlyList<CoverLine> Heading { get; init; } = [];

    /// <summary>Stands at the foot of every page, beside the page's number.</summary>
    public string Foot { get; init; } = "";

    /// <summary>Writes the whole document; <paramref name="target"/> is written synchronously and left open.</summary>
    /// <param name="rows">Each with one text for each column.</param>
    /// <exception cref="InvalidOperationException">No font with all Vietnamese letters is installed.</exception>
    public async Task WriteAsync(Stream target, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        using var document =
            SKDocument.CreatePdf(
                target,
                new SKDocumentPdfMetadata
                {
                    Title = Title,
                    Creator = "Đoàn Kết",
                    EncodingQuality = 101,
                }
            ) ?? throw new InvalidOperationException("The PDF could not be begun.");
        if (Cover.Count > 0)
            CoverPage.Draw(document, Cover);
        using var pages = new TablePages(document, this);
        await foreach (var row in rows.WithCancellation(ct))
            pages.Add(row);
        pages.End();
        document.Close();
    }
}
