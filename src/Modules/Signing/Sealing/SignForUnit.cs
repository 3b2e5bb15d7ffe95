using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Places;
using DoanKet.Modules.Signing.Providers;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Sealing;

/// <summary>Says why a paper cannot be signed; empty where it can.</summary>
internal delegate string LookAtPaper(PaperOfRound paper, SigningKey key, PaperText text, PdfSource file);

/// <summary>
/// Signs papers with the unit's key: at once where it is on the server, else by a round that asks for it. All are looked at before the
/// first is signed.
/// </summary>
internal sealed class SignForUnit(
    HeldKeys keys,
    KeyWays ways,
    OpenKey openKey,
    SignFile sign,
    StartRound start,
    SigningProviders providers,
    PlainSignature plain,
    IFileReader reader,
    IBlobStore blobs,
    TimeProvider time
)
{
    private const string NoKey = "Cơ quan chưa có chứng thư số dùng được trên phần mềm; hãy thêm ở “Chữ ký số cơ quan”.";

    /// <param name="complete">Called when the key is open, or will be asked for; gives what is still to be written on the papers.</param>
    public async Task<Result<SealOutcome>> HandleAsync(
        Guid unitId,
        IReadOnlyList<PaperOfRound> papers,
        string? secret,
        LookAtPaper look,
        Func<Task<Result>> complete,
        CancellationToken ct
    )
    {
        var holder = KeyHolder.Unit(unitId);
        if (await keys.UsableAsync(holder, ct) is not { } key || ways.Of(key) is not { } way)
            return Result<SealOutcome>.Fail(NoKey);
        foreach (var paper in papers)
        {
            if (await LookAsync(paper, key, look, ct) is { Length: > 0 } problem)
                return Result<SealOutcome>.Fail(papers.Count > 1 ? $"{paper.FileName}: {problem}" : problem);
        }
        if (!way.IsHere)
        {
            var completed = await complete();
            // A provider that takes fewer at once is asked for the first of them; who comes back signs the rest.
            var most = providers.Find(key.Provider)?.MostDocuments ?? papers.Count;
            var begun = completed.Ok
                ? await start.HandleAsync(key, [.. papers.Take(most)], new(null, secret), ct)
                : Result<string>.Fail(completed.Problems);
            return begun.Ok ? new SealOutcome([], begun.Value) : Result<SealOutcome>.Fail(begun.Problems);
        }
        var opened = await openKey.HandleAsync(holder, secret, ct);
        if (!opened.Ok)
            return Result<SealOutcome>.Fail(opened.Problems);
        using var open = opened.Value.Key;
        var ready = await complete();
        return ready.Ok ? await SignAsync(opened.Value, papers, ct) : Result<SealOutcome>.Fail(ready.Problems);
    }

    private async Task<string> LookAsync(PaperOfRound paper, SigningKey key, LookAtPaper look, CancellationToken ct)
    {
        try
        {
            using var local = await blobs.LocalAsync(paper.Sha256!, ct);
            var text = await PaperText.ReadAsync(reader, local.Path, ct);
            using var file = PdfSource.FromFile(local.Path);
            if (look(paper, key, text, file) is { Length: > 0 } problem)
                return problem;
            // Broken, or locked by an earlier signature: found without the key.
            PreparedSignature.Prepare(file, key.Describe(), plain.Options(key));
            return "";
        }
        catch (Exception e) when (e is PdfFormatException or PdfRefusedException)
        {
            return Refusal.Explain(e)!;
        }
    }

    private async Task<Result<SealOutcome>> SignAsync(OpenKey.Opened key, IReadOnlyList<PaperOfRound> papers, CancellationToken ct)
    {
        List<SigningOutcome> made = [];
        foreach (var paper in papers)
        {
            var file = await sign.HandleAsync(
                key,
                paper.Sha256!,
                paper.FileName,
                (text, source, options) => Task.FromResult(Result.Of(PaperDrawing.Draw(paper, key.Row, text, source, options))),
                ct
            );
            if (!file.Ok)
                return Result<SealOutcome>.Fail(file.Problems);
            made.Add(SignatureRecord.Of(paper.Act, file.Value, key.Row, paper.FileName, time.UtcDateTime()));
        }
        return new SealOutcome(made, null);
    }
}
