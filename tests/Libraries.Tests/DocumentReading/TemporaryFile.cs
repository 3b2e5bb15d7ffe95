namespace DoanKet.Libraries.Tests.DocumentReading;

/// <summary>Bytes as a file, deleted afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("doanket-reading-").FullName;

    public TemporaryFile(byte[] content, string name = "file")
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
