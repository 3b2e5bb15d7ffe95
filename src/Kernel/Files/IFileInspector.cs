namespace DoanKet.Kernel.Files;

/// <summary>
/// Looks at each kept file when its text is read for the first time, such as for its signatures. What it finds it keeps itself; when it
/// fails, the file is read all the same.
/// </summary>
public interface IFileInspector
{
    /// <param name="path">To be read only; gone afterwards.</param>
    Task InspectAsync(string sha256, string path, CancellationToken ct);
}
