using DoanKet.Kernel.Files;
using DoanKet.Modules.Documents.Content;
using DoanKet.PaperForms;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>Keeps the papers of generated documents as the program keeps any file.</summary>
internal sealed class DemoFiles(FileVault vault, ReadFile read)
{
    public async Task<UploadedFile> KeepAsync(string name, LetterPaper letter, CancellationToken ct)
    {
        using var paper = new MemoryStream();
        letter.Write(paper);
        return await KeepAsync(name, paper, ct);
    }

    public async Task<UploadedFile> KeepAsync(string name, TablePaper table, IEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        using var paper = new MemoryStream();
        await table.WriteAsync(paper, rows.ToAsyncEnumerable(), ct);
        return await KeepAsync(name, paper, ct);
    }

    private async Task<UploadedFile> KeepAsync(string name, MemoryStream paper, CancellationToken ct)
    {
        paper.Position = 0;
        var kept = (await vault.SaveAsync(paper, ct)).Value;
        await read.HandleAsync(kept.Sha256, ct);
        return new(kept, name + kept.Extension);
    }
}
