using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Settings;
using DoanKet.Modules.Members.Cards;
using DoanKet.PaperForms.Cards;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Printing;

/// <summary>Draws the cards of a batch, some hundred into each file; after a stop it goes on behind the last file that was kept.</summary>
internal sealed class DrawCards(
    UnionDb db,
    Work work,
    CardFaces faces,
    FileVault vault,
    DataFolder data,
    JobProgress progress,
    TimeProvider time
) : IJobHandler
{
    public const string Name = "members.draw-cards",
        Title = "Vẽ thẻ đoàn viên của một lô in";

    public async Task RunAsync(string payload, CancellationToken ct)
    {
        var id = Guid.Parse(payload);
        var batch = await db.CardBatches.AsNoTracking().Include(b => b.Unit).FirstOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null || batch.DrawnAt is not null)
            return;
        var (layout, picture) = await faces.LayoutAsync(batch.Unit.Path, ct);
        var done = await db.CardFiles.Where(f => f.BatchId == id).SumAsync(f => f.Count, ct);
        while (await NextAsync(id, ct) is { Count: > 0 } some)
        {
            progress.Report(done, batch.Count);
            var sha256 = await DrawAsync(batch.Sheet, layout, picture, some, ct);
            await KeepAsync(id, sha256, some.ConvertAll(c => c.Id), ct);
            done += some.Count;
        }
        progress.Report(done, done);
        var now = time.UtcDateTime();
        await db.CardBatches.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.DrawnAt, now), ct);
    }

    private sealed record Drawn(Guid Id, CardFace Face);

    /// <summary>
    /// Cards that are in no file yet, in the order in which they are given out: by union, then by name. One that ended meanwhile is not
    /// drawn.
    /// </summary>
    private async Task<List<Drawn>> NextAsync(Guid batch, CancellationToken ct)
    {
        var photos = db.Photos;
        var some = await db
            .Cards.AsNoTracking()
            .Include(c => c.Member)
            .Include(c => c.Unit)
                .ThenInclude(u => u.Parent)
            .Where(c => c.BatchId == batch && c.FileNumber == null && c.State <= CardState.InHand)
            .OrderBy(c => c.Unit.Code)
            .ThenBy(c => c.Member.NameBackward)
            .ThenBy(c => c.Id)
            .Take(CardFile.Cards)
            .Select(c => new { Card = c, Photo = photos.Where(p => p.MemberId == c.MemberId).Select(p => p.Sha256).FirstOrDefault() })
            .ToListAsync(ct);
        List<Drawn> drawn = [];
        foreach (var row in some)
            drawn.Add(new(row.Card.Id, await faces.FaceAsync(row.Card, row.Photo, ct)));
        return drawn;
    }

    private async Task<string> DrawAsync(CardSheet sheet, CardLayout layout, byte[]? picture, List<Drawn> some, CancellationToken ct)
    {
        await using var pdf = data.OpenTemporary();
        if (sheet == CardSheet.OnePerPage)
            CardPages.Write(pdf, layout, picture, some.Select(c => c.Face));
        else
            CardPages.WriteSheets(pdf, layout, picture, some.Select(c => c.Face));
        pdf.Position = 0;
        var kept = await vault.SaveAsync(pdf, ct);
        // A full disk or a store that is down: the job is tried again.
        return kept.Ok ? kept.Value.Sha256 : throw new IOException(kept.Message);
    }

    /// <summary>The file and which cards are in it, together: after a kill no card is left out and none is drawn twice.</summary>
    private Task<Result> KeepAsync(Guid batch, string sha256, List<Guid> cards, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var number = await db.CardFiles.CountAsync(f => f.BatchId == batch, ct) + 1;
                db.Add(
                    new CardFile
                    {
                        BatchId = batch,
                        Number = number,
                        Count = cards.Count,
                        Sha256 = sha256,
                    }
                );
                await db.Cards.Where(c => cards.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.FileNumber, number), ct);
                return Result.Success;
            },
            ct
        );
}
