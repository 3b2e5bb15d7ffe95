using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;
using DoanKet.Modules.Documents.Content;
using DoanKet.PaperForms;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>Keeps the papers of generated documents as the program keeps any file.</summary>
internal sealed class DemoFiles(FileVault vault, ReadFile read)
{
    private static readonly OwnPaperReader OwnPapers = new();

    public async Task<UploadedFile> KeepAsync(string name, LetterPaper letter, CancellationToken ct)
    {
        using var paper = new MemoryStream();
        letter.Write(paper);
        paper.Position = 0;
        var kept = (await vault.SaveAsync(paper, ct)).Value;
        await read.HandleAsync(kept.Sha256, OwnPapers, ct);
        return new(kept, name + kept.Extension);
    }

    /// <summary>
    /// A process for each of seventy papers that this program has just drawn would take most of the demonstration's time.
    /// </summary>
    private sealed class OwnPaperReader : IFileReader
    {
        public Task<ReadResult> ReadAsync(string path, CancellationToken ct) =>
            Task.FromResult(DocumentReader.Read(path, ReadingLimits.Default));
    }
}
