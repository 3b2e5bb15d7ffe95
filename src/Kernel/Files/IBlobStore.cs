namespace DoanKet.Kernel.Files;

/// <summary>Keeps the bytes of files under the hash of their content.</summary>
public interface IBlobStore
{
    /// <summary>Takes over a finished temporary file. Doing it again for the same content changes nothing.</summary>
    /// <exception cref="IOException">The disk is full or the store can't be written.</exception>
    Task PutAsync(string temporaryPath, string sha256, CancellationToken ct);

    /// <summary>True when the store answers now.</summary>
    Task<bool> AnswersAsync(CancellationToken ct);

    /// <summary>A stream that can be read from any place on.</summary>
    /// <exception cref="FileNotFoundException">The store lost the file.</exception>
    /// <exception cref="FileStoreUnavailableException">The store does not answer.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken ct);

    /// <summary>Hashes of all files there are, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken ct);

    /// <summary>The content as a local file for programs that need one; a copy in the temporary folder where the store is remote.</summary>
    Task<LocalCopy> LocalAsync(string sha256, CancellationToken ct);
}

/// <summary>A path to read from; deleted on disposal when it was a copy.</summary>
public sealed record LocalCopy(string Path, bool Temporary) : IDisposable
{
    public void Dispose()
    {
        if (Temporary)
            File.Delete(Path);
    }
}
