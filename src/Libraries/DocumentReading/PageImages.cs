using DoanKet.DocumentReading.Processes;

namespace DoanKet.DocumentReading;

/// <summary>Draws pages of PDF files with poppler's <c>pdftoppm</c>, in a process of its own with limits on time and memory.</summary>
public static class PageImages
{
    private static readonly string? Drawer = OnPath("pdftoppm");
    private static readonly string? Limiter = OnPath("prlimit");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>False where poppler is not installed; pages then have no images.</summary>
    public static bool IsAvailable => Drawer is not null;

    /// <summary>Writes the page as a JPEG. False when it can't be drawn; there is no output then.</summary>
    /// <param name="outputPath">Ends in <c>.jpg</c>.</param>
    public static async Task<bool> RenderAsync(string pdfPath, int page, int width, string outputPath, CancellationToken ct)
    {
        if (Drawer is null)
            return false;
        if (Path.GetExtension(outputPath) != ".jpg")
            throw new ArgumentException("The drawing program adds .jpg itself.", nameof(outputPath));
        string[] drawing =
        [
            "-jpeg",
            "-jpegopt",
            "quality=75",
            "-singlefile",
            "-f",
            page.ToString(),
            "-l",
            page.ToString(),
            "-scale-to-x",
            width.ToString(),
            "-scale-to-y",
            "-1",
            "--",
            pdfPath,
            Path.ChangeExtension(outputPath, null),
        ];
        // Where prlimit is missing (not Linux) only the time is limited.
        var run = Limiter is null
            ? await BoundedProcess.RunAsync(Drawer, drawing, Limit, 0, new Dictionary<string, string>(), ct)
            : await BoundedProcess.RunAsync(
                Limiter,
                ["--as=1500000000", Drawer, .. drawing],
                Limit,
                0,
                new Dictionary<string, string>(),
                ct
            );
        if (run is { TimedOut: false, ExitCode: 0 } && File.Exists(outputPath))
            return true;
        File.Delete(outputPath);
        return false;
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);
}
