using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Requests;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Members.Demo;

/// <summary>What members asked of the first union on their own pages.</summary>
internal sealed class RequestsDemo(UnionDb db, AskUnion ask) : IDemoPart
{
    private static readonly (string Kind, string Text)[] Asked =
    [
        (RequestKind.Correction, "Tên đệm của tôi viết sai dấu, xin sửa theo căn cước công dân."),
        ("HOI", "Năm nay đoàn viên có được khám sức khỏe không ạ?"),
    ];

    /// <summary>After the cards: who has one has a page to open.</summary>
    public int Order => 75;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var members = await db
            .Cards.Where(c => c.State == CardState.InHand)
            .OrderBy(c => c.Unit.Code)
            .ThenBy(c => c.Id)
            .Select(c => c.MemberId)
            .Take(Asked.Length)
            .ToListAsync(ct);
        foreach (var (member, (kind, text)) in members.Zip(Asked))
            await ask.HandleAsync(member, kind, text, ct);
    }
}
