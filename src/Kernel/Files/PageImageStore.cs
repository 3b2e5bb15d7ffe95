using DoanKet.DocumentReading;
using DoanKet.Kernel.Settings;

namespace DoanKet.Kernel.Files;

/// <summary>A page as an image file.</summary>
public sealed record PageImage(string Path, string MediaType, int Width);

/// <summary>Images of pages: drawn when first asked for, kept among the derived files.</summary>
public sealed class PageImageStore(IBlobStore blobs, DataFolder data) : IDisposable
{
    public const int DefaultWidth = 1000,
        LargestWidth = 1600;

    /// <summary>Few, so that asking for every width there is does not fill the disk.</summary>
    private static readonly int[] Widths = [200, DefaultWidth, LargestWidth];

    /// <summary>A screen full of small pages asks for all of them at once.</summary>
    private readonly SemaphoreSlim _places = new(2);

    /// <summary>Null when there is no image to be had: not a picture nor a PDF, no such page, no drawing program. The screen then links to
    /// the file.</summary>
    public async Task<PageImage?> FindAsync(string sha256, string mediaType, int page, int width, CancellationToken ct)
    {
        if (mediaType is "image/png" or "image/jpeg" or "image/gif")
            return page == 1 ? new(await PictureAsync(sha256, ct), mediaType, 0) : null;
        if (mediaType != FileKind.Pdf.MediaType || page < 1)
            return null;
        var drawn = Widths.FirstOrDefault(w => w >= width, Widths[^1]);
        var path = Place(sha256, $"{page}-{drawn}.jpg");
        return File.Exists(path) || await DrawAsync(sha256, page, drawn, path, ct) ? new(path, "image/jpeg", drawn) : null;
    }

    public void Dispose() => _places.Dispose();

    private async Task<bool> DrawAsync(string sha256, int page, int width, string path, CancellationToken ct)
    {
        if (!PageImages.IsAvailable)
            return false;
        await _places.WaitAsync(ct);
        try
        {
            if (File.Exists(path))
                return true;
            using var copy = await blobs.LocalAsync(sha256, ct);
            // Nobody may meet half an image: it is drawn beside its place and then moved there.
            var unfinished = Place(sha256, $"{Ids.New():N}.jpg");
            if (!await PageImages.RenderAsync(copy.Path, page, width, unfinished, ct))
                return false;
            File.Move(unfinished, path, overwrite: true);
            return true;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>A copy from a remote store is kept like a drawn page; a local file is shown where it lies.</summary>
    private async Task<string> PictureAsync(string sha256, CancellationToken ct)
    {
        var path = Place(sha256, "picture");
        if (File.Exists(path))
            return path;
        using var copy = await blobs.LocalAsync(sha256, ct);
        if (!copy.Temporary)
            return copy.Path;
        File.Move(copy.Path, path, overwrite: true);
        return path;
    }

    private string Place(string sha256, string name)
    {
        var folder = Path.Combine(data.Derived, "pages", sha256[..2], sha256);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }
}
