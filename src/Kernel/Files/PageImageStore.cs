namespace DoanKet.Kernel.Files;

/// <summary>A page as an image file.</summary>
public sealed record PageImage(string Path, string MediaType, int Width);

/// <summary>Images of pages.</summary>
public sealed class PageImageStore
{
    public const int DefaultWidth = 1000;

    public Task<PageImage?> FindAsync(string sha256, string mediaType, int page, int width, CancellationToken ct)
    {
        _ = (sha256, mediaType, page, width, ct);
        return Task.FromResult<PageImage?>(null);
    }
}
