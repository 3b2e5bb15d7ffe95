using DoanKet.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Faults;

/// <summary>The program with a database that a test can take away for a while.</summary>
public abstract class CutApp(Provider provider) : UnionApp(provider)
{
    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    public abstract void Cut();

    public abstract void Mend();

    protected override void ConfigureServices(IServiceCollection services) => KnownPerson.Add(services);
}

/// <summary>The disk with the database file goes away, and comes back.</summary>
public sealed class CutSqlite() : CutApp(Provider.Sqlite)
{
    private string Database => Path.Combine(DataFolder, "doanket.db");

    public override void Cut()
    {
        SqliteConnection.ClearAllPools();
        File.Move(Database, Database + ".away");
        Directory.CreateDirectory(Database);
    }

    public override void Mend()
    {
        Directory.Delete(Database);
        File.Move(Database + ".away", Database);
    }
}

/// <summary>The server's connections break, and it takes no new ones for a while.</summary>
public sealed class CutPostgreSql() : CutApp(Provider.PostgreSql)
{
    private NetworkLine? _line;

    public override void Cut() => _line!.Cut();

    public override void Mend() => _line!.Mend();

    protected override string Reach(string connectionString)
    {
        (_line, var through) = NetworkLine.To(connectionString);
        return through;
    }
}
