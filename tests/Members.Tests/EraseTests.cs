using DoanKet.Modules.Members.Erasing;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Shared;
using DoanKet.PersonalData;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class EraseOnSqlite(SqliteApp app) : EraseTests(app), IClassFixture<SqliteApp>;

public sealed class EraseOnPostgreSql(PostgreSqlApp app) : EraseTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Of somebody who left nothing remains that says who it was.</summary>
public abstract class EraseTests(UnionApp app)
{
    [Fact]
    public async Task What_is_known_of_a_leaver_goes_and_figures_stay_right()
    {
        MemberInput input = new()
        {
            FullName = "Quang Thị Xóa",
            Sex = Sex.Female,
            Born = "05/03/1985",
            NationalId = "040185000501",
            Phone = "0944000501",
            Email = "xoa@example.vn",
            HomeTown = "Xã Bí Mật",
            Ethnicity = "Thái",
            UnitCode = app.Given.GrassrootsUnits[0].Code,
        };
        var id = await app.AddAsync(input);
        Assert.False((await EraseAsync(Organiser, id)).Ok);
        var leaving = new MovementInput
        {
            Kind = MovementKind.Resigned,
            On = new(2026, 3, 9),
            Reason = "Có đơn của Quang Thị Xóa",
        };
        Assert.True((await app.AsAsync(Organiser, s => s.GetRequiredService<MoveMember>().HandleAsync(id, leaving, default))).Ok);
        Assert.True((await EraseAsync(Grassroots, id)).IsRefused);
        Assert.True((await EraseAsync(Organiser, id)).Ok);

        var text = await app.InDbAsync(async db =>
        {
            var member = await db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == id);
            Assert.Equal((1985, null, MemberState.Left), (member.BirthYear, member.BornOn, member.State));
            Assert.Null(member.NationalIdKey);
            Assert.Null(member.NationalIdSealed);
            return $"{member.FullName}{member.NameFold}{member.NameBackward}{member.NameEnds}{member.Phone}{member.Email}"
                + string.Concat(await db.Set<MemberMovement>().Where(m => m.MemberId == id).Select(m => m.Reason).ToListAsync());
        });
        Assert.DoesNotContain("Quang", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("0944000501", text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Set<MemberProfile>().AnyAsync(p => p.MemberId == id)));
        Assert.False(await app.InDbAsync(db => db.Set<MemberSensitive>().AnyAsync(s => s.MemberId == id)));
        Assert.Empty(await app.FiguresProblemsAsync());
        // The number is free for whoever comes back.
        await app.AddAsync(input);
    }

    private Task<Kernel.Results.Result> EraseAsync(string by, Guid id) =>
        app.AsAsync(by, s => s.GetRequiredService<EraseMember>().HandleAsync(id, default));
}
