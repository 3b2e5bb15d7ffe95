using DoanKet.Documents.Tests.Incoming;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;

namespace DoanKet.Documents.Tests.Outgoing;

/// <summary>An office whose key a provider keeps, which wants a PIN and answers at once.</summary>
public abstract class RemoteSealApp : UnionPages
{
    protected RemoteSealApp(Provider database)
        : base(database) => Keeper = Task.Run(() => FakeProvider.StartAsync()).GetAwaiter().GetResult();

    public FakeProvider Keeper { get; }

    protected override IReadOnlyList<string> Settings =>
        [
            .. base.Settings,
            "--Signing:Providers:csc:Language=Csc2",
            "--Signing:Providers:csc:Name=Nhà thử",
            $"--Signing:Providers:csc:Address={Keeper.Address}/csc/v2/",
            $"--Signing:Providers:csc:Id={FakeProvider.Id}",
            $"--Signing:Providers:csc:Secret={FakeProvider.Secret}",
            "--Signing:Providers:csc:MostDocuments=2",
        ];
}

public sealed class RemoteSealOnSqlite() : RemoteSealApp(Provider.Sqlite);

public sealed class RemoteSealOnPostgreSql() : RemoteSealApp(Provider.PostgreSql);
