using System.Collections.Concurrent;
using System.Data.Common;
using DoanKet.Kernel.Persistence;
using DoanKet.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Host.Tests.Desk;

public sealed class QuestionsOnSqlite(QuestionsOnSqlite.App app) : QuestionsTests(app), IClassFixture<QuestionsOnSqlite.App>
{
    public sealed class App() : QuestionsApp(Provider.Sqlite);
}

public sealed class QuestionsOnPostgreSql(QuestionsOnPostgreSql.App app) : QuestionsTests(app), IClassFixture<QuestionsOnPostgreSql.App>
{
    public sealed class App() : QuestionsApp(Provider.PostgreSql);
}

/// <summary>Everybody opens the home page, and often: what it asks of the database is counted, not timed.</summary>
public abstract class QuestionsTests(QuestionsApp app)
{
    /// <summary>The person with posts and permissions, who is away, the groups of each module, the bell.</summary>
    private const int MostForNothing = 10;

    [Theory]
    [InlineData(GivenFederation.Clerk), InlineData(GivenFederation.DistrictClerk), InlineData(GivenFederation.Leader)]
    public async Task The_home_page_asks_little_where_nothing_waits(string person)
    {
        using var visitor = KnownPerson.Visit(app, app.Given.AccountId(person));
        await visitor.OpenAsync("/");
        app.Asked.Clear();
        await visitor.OpenAsync("/");
        Assert.InRange(app.Asked.Count, 1, MostForNothing);
        // PostgreSQL would plan such a statement anew each time.
        Assert.DoesNotContain(app.Asked, statement => statement.Contains("ANY (", StringComparison.Ordinal));
    }
}

/// <summary>The program, with everything that it asks of the database.</summary>
public abstract class QuestionsApp(Provider provider) : UnionApp(provider)
{
    public ConcurrentQueue<string> Asked { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        KnownPerson.Add(services);
        services.ConfigureDbContext<UnionDb>(options => options.AddInterceptors(new Listener(Asked)));
    }

    private sealed class Listener(ConcurrentQueue<string> asked) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            asked.Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
