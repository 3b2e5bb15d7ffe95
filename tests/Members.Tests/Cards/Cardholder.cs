using DoanKet.Modules.Members.Cards;
using DoanKet.Modules.Members.Shared;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests.Cards;

internal static class Cardholder
{
    /// <summary>Members with a card in hand, without the way of printing.</summary>
    public static async Task<List<MemberCard>> CardholdersAsync(this UnionApp app, string name, int count, int unit = 0)
    {
        var rows = Enumerable
            .Range(0, count)
            .Select(i => $"{name} {(char)('A' + (i / 26))}{(char)('a' + (i % 26))},0{(i % 9) + 1}/01/1980,Nam\n");
        var csv = "Họ và tên,Ngày sinh,Giới tính\n" + string.Concat(rows);
        Assert.True((await app.ImportAsync(Organiser, csv, app.Given.GrassrootsUnits[unit].Id)).Ok);
        var members = await app.InDbAsync(db =>
            db.Set<Member>().Where(m => m.FullName.StartsWith(name)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()
        );
        await app.AsAsync(Organiser, s => s.GetRequiredService<AskForCards>().HandleAsync(members, default));
        return await app.InDbAsync(async db =>
        {
            var issued = new DateOnly(2026, 3, 9);
            var cards = db.Set<MemberCard>().Where(c => members.Contains(c.MemberId));
            await cards.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CardState.InHand).SetProperty(c => c.IssuedOn, issued));
            return await cards.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
        });
    }
}
