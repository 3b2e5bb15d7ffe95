using DoanKet.Kernel.Accounts;
using DoanKet.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Organisation.Tests;

/// <summary>The program as its administrators meet it.</summary>
public abstract class OfficeApp(Provider provider) : UnionApp(provider)
{
    public Visitor Visit(Guid accountId) => KnownPerson.Visit(this, accountId);

    public Visitor Visit(string userName) => Visit(Given.AccountId(userName));

    public Task<Guid> AccountAsync(string userName, string role, Kernel.Units.Unit unit) =>
        InScopeAsync(services => GivenFederation.AddAccountAsync(services, userName, role, unit));

    public Task<bool> HasPasswordAsync(Guid accountId, string password) =>
        InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            return await users.CheckPasswordAsync((await users.FindByIdAsync(accountId.ToString()))!, password);
        });

    public Task<List<Post>> PostsAsync(Guid accountId) =>
        InDbAsync(db => db.Posts.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.ValidFrom).ToListAsync());

    protected override void ConfigureServices(IServiceCollection services) => KnownPerson.Add(services);
}

public sealed class OfficeOnSqlite() : OfficeApp(Provider.Sqlite);

public sealed class OfficeOnPostgreSql() : OfficeApp(Provider.PostgreSql);
