using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>The program with a small limit for files, so that a file can be too large for it.</summary>
public abstract class UnionPages(Provider provider) : UnionApp(provider)
{
    protected override IReadOnlyList<string> Settings => ["--Files:MaxMegabytes=1"];

    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    protected override void ConfigureServices(IServiceCollection services) => KnownPerson.Add(services);
}

/// <inheritdoc cref="UnionPages"/>
public sealed class PagesApp() : UnionPages(Provider.Sqlite);

/// <inheritdoc cref="UnionPages"/>
public sealed class PagesOnSqlite() : UnionPages(Provider.Sqlite);

/// <inheritdoc cref="UnionPages"/>
public sealed class PagesOnPostgreSql() : UnionPages(Provider.PostgreSql);
