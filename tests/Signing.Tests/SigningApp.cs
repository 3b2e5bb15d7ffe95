using DoanKet.Pades;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Signing.Tests;

/// <summary>The program as somebody with a signed file meets it.</summary>
public abstract class SigningApp(Provider provider) : UnionApp(provider)
{
    public Visitor Visit(string userName) => KnownPerson.Visit(this, Given.AccountId(userName));

    public TestAuthority TimeStamps { get; } = TestPki.Shared.Authority();

    protected override void ConfigureServices(IServiceCollection services)
    {
        KnownPerson.Add(services);
        services.AddSingleton<ITimeStampSource>(TimeStamps);
    }

    /// <summary>A letter signed by somebody below the root of the test.</summary>
    public static async Task<byte[]> SignedLetterAsync()
    {
        using var key = TestPki.Shared.RsaKey();
        var output = new MemoryStream();
        await new PdfSigner(key).SignAsync(PdfSource.FromBytes(new SmallPdf().Bytes()), output, new() { Time = TestPki.Now });
        return output.ToArray();
    }
}

public sealed class SigningOnSqlite() : SigningApp(Provider.Sqlite);

public sealed class SigningOnPostgreSql() : SigningApp(Provider.PostgreSql);
