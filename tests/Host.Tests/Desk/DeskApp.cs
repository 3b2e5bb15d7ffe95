using DoanKet.Contracts.Desk;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Host.Tests.Desk;

/// <summary>The program with one more source of waiting work, which answers what a test puts into it.</summary>
public abstract class DeskApp(Provider provider) : UnionApp(provider)
{
    public List<WaitingGroup> Waiting { get; } = [];

    public Visitor Visit(Guid accountId) => KnownPerson.Visit(this, accountId);

    public Visitor Visit(string userName) => Visit(Given.AccountId(userName));

    public Task<int> TellAsync(string userName, params (string Text, string Link)[] notices) =>
        InScopeAsync(async services =>
        {
            foreach (var (text, link) in notices)
            {
                await services.GetRequiredService<Notices>().TellAsync(Given.AccountId(userName), text, link, default);
                Clock.Advance(TimeSpan.FromSeconds(1));
            }
            return await services.GetRequiredService<UnionDb>().SaveChangesAsync();
        });

    protected override void ConfigureServices(IServiceCollection services)
    {
        KnownPerson.Add(services);
        services.AddSingleton<IWaitingWork>(new Source(Waiting));
    }

    private sealed class Source(List<WaitingGroup> waiting) : IWaitingWork
    {
        public Task<IReadOnlyList<WaitingGroup>> ForAsync(CurrentUser user, int perGroup, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<WaitingGroup>>([.. waiting]);
    }
}

public sealed class DeskOnSqlite() : DeskApp(Provider.Sqlite);

public sealed class DeskOnPostgreSql() : DeskApp(Provider.PostgreSql);
