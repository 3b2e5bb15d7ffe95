using CsCheck;
using DoanKet.Modules.Members.Moving;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Shared;
using DoanKet.Modules.Members.Transfers;
using DoanKet.PersonalData;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DoanKet.Testing.GivenFederation;

namespace DoanKet.Members.Tests;

public sealed class FiguresOnSqlite(SqliteApp app) : FiguresTests(app), IClassFixture<SqliteApp>;

public sealed class FiguresOnPostgreSql(PostgreSqlApp app) : FiguresTests(app), IClassFixture<PostgreSqlApp>;

/// <summary>Whatever is done to members, the kept figures of every union are those of a count.</summary>
public abstract class FiguresTests(UnionApp app)
{
    [Fact]
    public async Task After_any_acts_the_kept_figures_are_those_of_a_count()
    {
        // Numbers choose what is done next and to whom; a failing row of them is made shorter by the library.
        await Gen.Int[0, 9999]
            .Array[20, 40]
            .SampleAsync(
                async choices =>
                {
                    foreach (var choice in choices)
                        await ActAsync(choice);
                    var problems = await app.FiguresProblemsAsync();
                    Assert.True(problems.Count == 0, string.Join('\n', problems));
                },
                iter: 4,
                threads: 1
            );
    }

    [Fact]
    public async Task People_added_at_the_same_moment_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => AddAsync($"Hồ Văn Cùng{(char)('a' + i)}", "CS007", "", i % 2 == 0)));
        Assert.Empty(await app.FiguresProblemsAsync());
        var unit = app.Given.GrassrootsUnits[6].Id;
        Assert.Equal(
            12,
            await app.InDbAsync(db => db.Set<UnionFigures>().Where(f => f.UnitId == unit).Select(f => f.Members).SingleAsync())
        );
    }

    private async Task ActAsync(int choice)
    {
        var members = await app.InDbAsync(db => db.Set<Member>().AsNoTracking().OrderBy(m => m.Id).ToListAsync());
        var member = members.Count == 0 ? null : members[choice % members.Count];
        switch (choice / 7 % 8)
        {
            case 0 or 1:
                await AddAsync("Nguyễn Văn Mới", $"CS00{1 + (choice % 3)}", choice % 2 == 0 ? "0912345678" : "", choice % 3 == 0);
                break;
            case 2 when member is not null:
                await EditAsync(member, choice);
                break;
            case 3 when member is not null:
                await app.AsAsync(Organiser, s => s.GetRequiredService<ApproveMembers>().HandleAsync([member.Id], default));
                break;
            case 4 when member is not null:
                await MoveAsync(member, choice);
                break;
            case 5 when member is not null:
                await TransferAsync(member, choice);
                break;
            case 6 when choice % 4 == 0:
                await MergeAsync(choice);
                break;
            default:
                await app.ImportAsync(
                    choice % 2 == 0 ? Organiser : Grassroots,
                    $"Họ tên,Ngày sinh,Giới tính,Điện thoại\nTrần Thị Nhập,{(choice % 5 == 0 ? "1980" : "02/02/1980")},Nữ,\n"
                        + $"Lê Văn {choice},1970,,"
                );
                break;
        }
    }

    private Task<Kernel.Results.Result<Guid>> AddAsync(string name, string unit, string phone, bool hasDay) =>
        app.AsAsync(
            Organiser,
            services =>
                services
                    .GetRequiredService<SaveMember>()
                    .AddAsync(
                        new()
                        {
                            FullName = name,
                            UnitCode = unit,
                            Phone = phone,
                            Sex = Sex.Female,
                            Born = hasDay ? "05/03/1985" : "1985",
                        },
                        default
                    )
        );

    private Task<Kernel.Results.Result<Guid>> EditAsync(Member member, int choice) =>
        app.AsAsync(
            Organiser,
            services =>
                services
                    .GetRequiredService<SaveMember>()
                    .EditAsync(
                        member.Id,
                        new()
                        {
                            FullName = member.FullName,
                            Sex = choice % 2 == 0 ? Sex.Male : Sex.Female,
                            Born = choice % 3 == 0 ? "1990" : "01/01/1990",
                            Phone = choice % 5 == 0 ? "" : "0912345679",
                            Version = member.Version,
                        },
                        default
                    )
        );

    private Task<Kernel.Results.Result<Guid>> TransferAsync(Member member, int choice)
    {
        var to = app.Given.GrassrootsUnits[choice % 3].Id;
        TransferInput input = new()
        {
            To = new() { Ids = [to] },
            On = new(2026, 3, 1),
        };
        return app.AsAsync(Organiser, s => s.GetRequiredService<AskTransfer>().OutAsync(member.Id, input, default));
    }

    private Task<Kernel.Results.Result<int>> MergeAsync(int choice)
    {
        MoveAllInput input = new()
        {
            FromCode = $"CS00{1 + (choice % 3)}",
            ToCode = $"CS00{1 + (choice % 2)}",
            DecisionNumber = "1/QĐ-LĐLĐ",
            On = new(2026, 3, 1),
        };
        return app.AsAsync(Organiser, s => s.GetRequiredService<MergeUnions>().HandleAsync(input, default));
    }

    private Task<Kernel.Results.Result> MoveAsync(Member member, int choice)
    {
        var kinds = member.State.Possible();
        return app.AsAsync(
            Organiser,
            services =>
                services
                    .GetRequiredService<MoveMember>()
                    .HandleAsync(
                        member.Id,
                        new() { Kind = kinds.Count == 0 ? null : kinds[choice % kinds.Count], On = new DateOnly(2026, 3, 1) },
                        default
                    )
        );
    }
}
