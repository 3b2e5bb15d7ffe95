using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Ui.Parts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Content;

/// <summary>What the viewer shows: one page of one file as an image, with plain links to the others.</summary>
internal sealed class PageViewer
{
    private PageViewer(string root, string pagePath, IReadOnlyList<Leaf> files, int ordinal, int page) =>
        (Root, PagePath, Files, Ordinal, Page) = (root, pagePath, files, ordinal, page);

    /// <param name="IsRead">False for a moment after it came: how many pages it has is not known yet.</param>
    internal sealed record Leaf(int Ordinal, string Name, string MediaType, long Size, int? Pages, string Sha256, bool IsRead);

    /// <summary>Address of the document; its files lie under it.</summary>
    public string Root { get; }

    /// <summary>The page on which the viewer stands, for links that work without JavaScript.</summary>
    public string PagePath { get; }

    public IReadOnlyList<Leaf> Files { get; }

    public int Ordinal { get; }

    public int Page { get; }

    /// <summary>The text of the document, whichever file is looked at; null where there is no file.</summary>
    public Leaf? Main => Files.Count > 0 ? Files[0] : null;

    public Leaf? Current => Files.FirstOrDefault(f => f.Ordinal == Ordinal);

    /// <summary>Without a program that draws pages the screen links to the file.</summary>
    public bool IsPaged => PageImages.IsAvailable && Current is { MediaType: "application/pdf" } file && (file.Pages > 0 || !file.IsRead);

    public bool IsPicture => Current?.MediaType is "image/png" or "image/jpeg" or "image/webp" or "image/gif";

    /// <summary>Carries the content's hash: what a browser keeps under an address is never an older version.</summary>
    public string FileLink => $"{Root}/tep/{Ordinal}?{ContentVersion.Query(Current?.Sha256 ?? "")}";

    /// <summary>Address of the image of page {0}.</summary>
    public string ImagePattern => ImagesOf(PageImageStore.DefaultWidth);

    /// <summary>The same for a closer look.</summary>
    public string LargeImagePattern => ImagesOf(PageImageStore.LargestWidth);

    public string LinkTo(int ordinal, int page) => $"{PagePath}?tep={ordinal}&trang={page}#xem";

    /// <summary>Address of this screen with page {0} of the present file.</summary>
    public string Pattern => $"{PagePath}?tep={Ordinal}&trang={{0}}#xem";

    /// <summary>Kind and size: "PDF, 2,1 MB".</summary>
    public string FileNote =>
        Current is { } file ? $"{Path.GetExtension(file.Name).TrimStart('.').ToUpperInvariant()}, {SizeOf(file.Size)}" : "";

    private string ImagesOf(int width) => $"{Root}/tep/{Ordinal}/trang/{{0}}?rong={width}&{ContentVersion.Query(Current?.Sha256 ?? "")}";

    public static async Task<PageViewer> LoadAsync(
        UnionDb db,
        Guid contentId,
        string root,
        string pagePath,
        IQueryCollection query,
        CancellationToken ct
    )
    {
        var files = await db
            .Attachments.AsNoTracking()
            .Where(a => a.ContentId == contentId)
            .OrderBy(a => a.Ordinal)
            .Select(a => new Leaf(
                a.Ordinal,
                a.Name,
                a.MediaType,
                a.Size,
                db.Set<FileText>().Where(t => t.Sha256 == a.Sha256).Select(t => t.Pages).FirstOrDefault(),
                a.Sha256,
                db.Set<FileText>().Any(t => t.Sha256 == a.Sha256)
            ))
            .ToListAsync(ct);
        var ordinal =
            int.TryParse(query["tep"], out var asked) && files.Any(f => f.Ordinal == asked) ? asked : files.FirstOrDefault()?.Ordinal ?? 0;
        var pages = files.FirstOrDefault(f => f.Ordinal == ordinal)?.Pages ?? 1;
        var page = int.TryParse(query["trang"], out var wanted) ? Math.Clamp(wanted, 1, Math.Max(1, pages)) : 1;
        return new(root, pagePath, files, ordinal, page);
    }

    private static string SizeOf(long bytes) =>
        bytes < 1024 * 1024 ? $"{Figures.Show(Math.Max(1, bytes / 1024))} kB" : $"{Figures.Show(Math.Round(bytes / 1024m / 1024m, 1))} MB";
}
