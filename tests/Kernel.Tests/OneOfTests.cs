using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Kernel.Tests;

public sealed class OneOfOnSqlite(SqliteApp app) : OneOfTests(app), IClassFixture<SqliteApp>;

public sealed class OneOfOnPostgreSql(PostgreSqlApp app) : OneOfTests(app), IClassFixture<PostgreSqlApp>;

public abstract class OneOfTests(UnionApp app)
{
    [Fact]
    public async Task Rows_of_none_one_or_several_are_found()
    {
        var (district, other) = (app.Given.District, app.Given.OtherDistrict);
        Assert.Empty(await NamesAsync([]));
        Assert.Equal([district.Name], await NamesAsync([district.Id]));
        Assert.Equal(new[] { district.Name, other.Name }.Order(StringComparer.Ordinal), await NamesAsync([district.Id, other.Id]));
    }

    [Fact]
    public async Task A_row_that_names_none_is_not_among_them()
    {
        var federation = app.Given.Federation.Id;
        var below = await app.InDbAsync(db => db.Units.CountAsync(u => u.ParentId == federation));
        Assert.True(below > 0);
        foreach (IReadOnlyList<Guid> parents in new Guid[][] { [federation], [federation, Guid.Empty] })
        {
            Assert.Equal(below, await app.InDbAsync(db => db.Units.WhereOneOf(u => u.ParentId, parents).CountAsync()));
            // The same condition on rows that were read already.
            var isAmong = OneOf.Condition<Unit>(u => u.ParentId, parents).Compile();
            Assert.False(isAmong(app.Given.Federation));
            Assert.True(isAmong(app.Given.District));
        }
    }

    [Fact]
    public async Task One_is_compared_by_itself_whatever_the_database()
    {
        var statement = await app.InDbAsync(db =>
            Task.FromResult(db.Units.WhereOneOf(u => u.Id, [app.Given.District.Id]).Select(u => u.Name).ToQueryString())
        );
        Assert.Matches("""WHERE \w+\."Id" = @one|WHERE "\w+"\."Id" = @one""", statement);
        Assert.DoesNotContain("ANY", statement, StringComparison.Ordinal);
    }

    private Task<List<string>> NamesAsync(IReadOnlyList<Guid> ids) =>
        app.InDbAsync(db => db.Units.WhereOneOf(u => u.Id, ids).Select(u => u.Name).OrderBy(name => name).ToListAsync());
}
