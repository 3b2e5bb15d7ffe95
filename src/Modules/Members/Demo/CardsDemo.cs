using DoanKet.CardTokens;
using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Photos;
using DoanKet.Modules.Members.Printing;
using DoanKet.Modules.Members.Shared;
using DoanKet.PaperForms.Cards;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>Cards on every part of their way, one batch with its files, and blanks; faces of nobody.</summary>
internal sealed class CardsDemo(UnionDb db, FileVault vault, DrawCards draw, TimeProvider time) : IDemoPart
{
    private const string By = "Trình diễn";

    private const int Blanks = 500;

    /// <summary>How many cards stand where.</summary>
    private static readonly (CardState State, int Count)[] Ways =
    [
        (CardState.Asked, 8),
        (CardState.Approved, 6),
        (CardState.Printed, 6),
        (CardState.Delivered, 5),
        (CardState.InHand, 24),
        (CardState.Lost, 1),
    ];

    /// <summary>After the members.</summary>
    public int Order => 72;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var members = await db
            .Members.Where(m => m.State == MemberState.Active)
            .OrderBy(m => m.Unit.Code)
            .ThenBy(m => m.Id)
            .Take(Ways.Sum(way => way.Count))
            .ToListAsync(ct);
        var photo = await vault.SaveAsync(new MemoryStream(Silhouette()), ct);
        if (members.Count == 0 || !photo.Ok)
            return;
        var batch = await BatchAsync(ct);
        // Spread over the unions, so that each of them has some of each.
        var states = Ways.SelectMany(way => Enumerable.Repeat(way.State, way.Count)).ToList();
        foreach (var (i, member) in members.Index())
        {
            Add(member, states[i * 7 % states.Count], batch);
            if (i % 3 > 0)
                db.Add(
                    new MemberPhoto
                    {
                        MemberId = member.Id,
                        Sha256 = photo.Value.Sha256,
                        TakenInAt = time.UtcDateTime(),
                    }
                );
        }
        await db.SaveChangesAsync(ct);
        await draw.RunAsync(batch.Id.ToString(), ct);
        demo.Say($"Thẻ đoàn viên trình diễn: {members.Count} thẻ, một lô in.");
    }

    private async Task<CardBatch> BatchAsync(CancellationToken ct)
    {
        var top = await db.Units.Where(u => u.ParentId == null).OrderBy(u => u.Path).Select(u => u.Id).FirstAsync(ct);
        var batch = new CardBatch
        {
            Id = Ids.New(),
            UnitId = top,
            Number = 1,
            MadeAt = time.UtcDateTime(),
            MadeBy = By,
            PrintedAt = time.UtcDateTime(),
        };
        db.Add(batch);
        db.Add(new Kernel.Numbering.Counter { Key = MakeBatch.NumberKey(top), Value = 1 });
        db.Add(Entry(top, BlankKind.Received, Blanks, null));
        db.Add(Entry(top, BlankKind.Used, Ways.Where(way => IsPrinted(way.State)).Sum(way => way.Count), batch.Id));
        return batch;
    }

    private static bool IsPrinted(CardState state) => state > CardState.Approved;

    private BlankEntry Entry(Guid unit, BlankKind kind, int count, Guid? batch) =>
        new()
        {
            Id = Ids.New(),
            UnitId = unit,
            Kind = kind,
            Count = count,
            BatchId = batch,
            On = time.Today(),
            RecordedAt = time.UtcDateTime(),
            RecordedBy = By,
        };

    private void Add(Member member, CardState state, CardBatch batch)
    {
        var card = new MemberCard
        {
            Id = Ids.New(),
            Code = CardCode.New(),
            MemberId = member.Id,
            UnitId = member.UnitId,
            State = state,
            AskedAt = time.UtcDateTime(),
        };
        if (IsPrinted(state))
        {
            (card.BatchId, card.IssuedOn) = (batch.Id, time.Today());
            batch.Count++;
        }
        db.Add(card);
        db.Add(
            new CardStep
            {
                Id = Ids.New(),
                CardId = card.Id,
                State = state,
                At = time.UtcDateTime(),
                By = By,
            }
        );
    }

    /// <summary>A head and shoulders of plain areas.</summary>
    private static byte[] Silhouette()
    {
        CardLayout areas = new([
            new(CardContent.Area, "", 0, 0, CardLayout.Width, CardLayout.Height, Colour: "#DCE6F0"),
            new(CardContent.Area, "", 36, 10, 13.6f, 17, Colour: "#8FA3B8"),
            new(CardContent.Area, "", 28, 32, 29.6f, 22, Colour: "#5B7590"),
        ]);
        var picture = CardPages.Preview(areas, null, new(new Dictionary<string, string>(), null, ""));
        return Portrait.Cut(picture, null)!;
    }
}
