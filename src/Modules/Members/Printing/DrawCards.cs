using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.PaperForms.Cards;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>Draws the cards of a batch, some hundred into each file; after a stop it goes on behind the last file that was kept.</summary>
internal sealed class DrawCards(UnionDb db, Work work, CardFaces faces, FileVault vault, DataFolder data, JobProgress progress)
    : IJobHandler
{
    public const string Name = "members.draw-cards",
        Title = "Vẽ thẻ đoàn viên của một lô in";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var id = Guid.Parse(payload);
        var batch = await db.CardBatches.AsNoTracking().Include(b => b.Unit).FirstOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null)
            return;
        var (layout, picture) = await faces.LayoutAsync(batch.Unit.Path, ct);
        var done = await db.CardFiles.CountAsync(f => f.BatchId == id, ct);
        for (; done * CardFile.Cards < batch.Count; done++)
        {
            progress.Report(done * CardFile.Cards, batch.Count);
            var some = await FacesAsync(id, done, ct);
            var sha256 = await DrawAsync(batch.Sheet, layout, picture, some, ct);
            await KeepAsync(
                new()
                {
                    BatchId = id,
                    Number = done + 1,
                    Count = some.Count,
                    Sha256 = sha256,
                },
                ct
            );
        }
        progress.Report(batch.Count, batch.Count);
    }

    /// <summary>In the order in which the cards are given out: by union, then by name.</summary>
    private async Task<List<CardFace>> FacesAsync(Guid batch, int file, CancellationToken ct)
    {
        var photos = db.Photos;
        var some = await db
            .Cards.AsNoTracking()
            .Include(c => c.Member)
            .Include(c => c.Unit)
                .ThenInclude(u => u.Parent)
            .Where(c => c.BatchId == batch)
            .OrderBy(c => c.Unit.Code)
            .ThenBy(c => c.Member.NameBackward)
            .ThenBy(c => c.Id)
            .Skip(file * CardFile.Cards)
            .Take(CardFile.Cards)
            .Select(c => new { Card = c, Photo = photos.Where(p => p.MemberId == c.MemberId).Select(p => p.Sha256).FirstOrDefault() })
            .ToListAsync(ct);
        List<CardFace> drawn = [];
        foreach (var row in some)
            drawn.Add(await faces.FaceAsync(row.Card, row.Photo, ct));
        return drawn;
    }

    private async Task<string> DrawAsync(CardSheet sheet, CardLayout layout, byte[]? picture, List<CardFace> some, CancellationToken ct)
    {
        await using var pdf = data.OpenTemporary();
        if (sheet == CardSheet.OnePerPage)
            CardPages.Write(pdf, layout, picture, some);
        else
            CardPages.WriteSheets(pdf, layout, picture, some);
        pdf.Position = 0;
        var kept = await vault.SaveAsync(pdf, ct);
        // A full disk or a store that is down: the job is tried again.
        return kept.Ok ? kept.Value.Sha256 : throw new IOException(kept.Message);
    }

    private Task<Result> KeepAsync(CardFile file, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                db.Add(file);
                return Task.FromResult(Result.Success);
            },
            ct
        );
}
