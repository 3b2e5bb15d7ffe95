using System.Runtime.CompilerServices;
using DoanKet.Kernel.Settings;

namespace DoanKet.Kernel.Files;

/// <summary>Files in the data folder: <c>files/ab/ab12…</c>.</summary>
public sealed class LocalBlobStore(DataFolder data) : IBlobStore
{
    public Task PutAsync(string temporaryPath, string sha256, CancellationToken ct)
    {
        var target = PathOf(sha256);
        if (File.Exists(target))
        {
            File.Delete(temporaryPath);
            return Task.CompletedTask;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // A rename within one file system is whole or not at all, also when the program is killed here.
        File.Move(temporaryPath, target, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<bool> AnswersAsync(CancellationToken ct) => Task.FromResult(Directory.Exists(data.Files));

    public Task<Stream> OpenAsync(string sha256, CancellationToken ct) =>
        Task.FromResult<Stream>(
            new FileStream(
                PathOf(sha256),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                64 * 1024,
                System.IO.FileOptions.Asynchronous | System.IO.FileOptions.SequentialScan
            )
        );

    public Task<LocalCopy> LocalAsync(string sha256, CancellationToken ct) =>
        Task.FromResult(new LocalCopy(PathOf(sha256), Temporary: false));

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var file in Directory.EnumerateFiles(data.Files, "*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            yield return Path.GetFileName(file);
        }
        await Task.CompletedTask;
    }

    private string PathOf(string sha256)
    {
        // The hash comes from addresses too: anything but 64 hexadecimal digits could climb out of the folder.
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new FileNotFoundException("Not a file hash.", sha256);
        return Path.Combine(data.Files, sha256[..2], sha256);
    }
}
