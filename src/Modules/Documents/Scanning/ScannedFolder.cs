using System.Globalization;

namespace DoanKet.Modules.Documents.Scanning;

/// <summary>
/// A folder into which a scanner writes. What was taken in lies in its subfolder <c>da-nhan</c> by month, what never can be in
/// <c>khong-nhan-duoc</c>; nothing is deleted.
/// </summary>
internal sealed class ScannedFolder(string path)
{
    private const string Taken = "da-nhan",
        Refused = "khong-nhan-duoc";

    /// <summary>Names under which programs write what is not finished.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".filepart"];

    /// <summary>Files that rest since an instant, in the order in which they came.</summary>
    public IReadOnlyList<FileInfo> FilesAtRest(DateTime since) =>
        [
            .. new DirectoryInfo(path)
                .EnumerateFiles()
                .Where(file => !IsLink(file) && !IsUnfinished(file) && file.LastWriteTimeUtc <= since)
                .OrderBy(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.Name, StringComparer.Ordinal),
        ];

    public static void PutAway(FileInfo file, DateTime now) =>
        Move(file, Path.Combine(file.DirectoryName!, Taken, now.ToString("yyyy-MM", CultureInfo.InvariantCulture)));

    public static void Refuse(FileInfo file) => Move(file, Path.Combine(file.DirectoryName!, Refused));

    /// <summary>Who may write here must not make the program read what only it may.</summary>
    private static bool IsLink(FileInfo file) => file.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsUnfinished(FileInfo file) =>
        file.Name[0] is '.' or '~' || Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>Under another name when the name is taken there.</summary>
    private static void Move(FileInfo file, string folder)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        var target = Path.Combine(folder, file.Name);
        for (var number = 2; File.Exists(target); number++)
            target = Path.Combine(folder, $"{stem} ({number}){file.Extension}");
        File.Move(file.FullName, target);
    }
}
