using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Tests;

public sealed class NumbersOnSqlite(SqliteApp app) : NumbersTests(app), IClassFixture<SqliteApp>;

public sealed class NumbersOnPostgreSql(PostgreSqlApp app) : NumbersTests(app), IClassFixture<PostgreSqlApp>;

public abstract class NumbersTests(UnionApp app)
{
    private Task<Result<int>> TakeAsync(string key, bool fail = false) =>
        app.InScopeAsync(services =>
        {
            var numbers = services.GetRequiredService<Numbers>();
            return services
                .GetRequiredService<Work>()
                .RunAsync(
                    async () =>
                    {
                        var number = await numbers.TakeAsync(key, default);
                        return fail ? Result<int>.Fail("Không.") : number;
                    },
                    default
                );
        });

    [Fact]
    public async Task Fifty_at_once_get_fifty_numbers_without_gap_or_double()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TakeAsync("parallel"))));
        Assert.Equal(Enumerable.Range(1, 50), taken.Select(r => r.Value).Order());
    }

    [Fact]
    public async Task A_failed_use_case_gives_its_number_back()
    {
        Assert.Equal(1, (await TakeAsync("fail")).Value);
        Assert.False((await TakeAsync("fail", fail: true)).Ok);
        Assert.Equal(2, (await TakeAsync("fail")).Value);
    }

    [Fact]
    public async Task A_number_is_refused_outside_a_transaction() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            app.InScopeAsync(s => s.GetRequiredService<Numbers>().TakeAsync("none", default))
        );
}
