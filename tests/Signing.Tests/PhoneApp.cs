using DoanKet.Modules.Signing.Remote;
using DoanKet.Testing;
using DoanKet.Testing.Signatures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoanKet.Signing.Tests;

/// <summary>The program as somebody meets it whose key is at a provider; here one provider speaks three languages.</summary>
public abstract class PhoneApp : RoundApp
{
    public const string Csc = "csc",
        SmartCa = "smartca",
        MySign = "mysign";

    protected PhoneApp(Provider database)
        : base(database) => Phone = Task.Run(() => FakeProvider.StartAsync()).GetAwaiter().GetResult();

    public FakeProvider Phone { get; }

    protected override IReadOnlyList<string> Settings =>
        [
            .. base.Settings,
            .. Provided(Csc, "Csc1", "/csc/v1"),
            .. Provided(SmartCa, "SmartCa", "/sca/sp769/"),
            .. Provided(MySign, "MySign", "/vtss/service/"),
            $"--Signing:Providers:{MySign}:Profile=ho-so",
        ];

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.Replace(ServiceDescriptor.Singleton(new WatchPace(TimeSpan.FromMilliseconds(50))));
    }

    /// <summary>A person registers the certificate that the provider keeps, and confirms it on the phone.</summary>
    /// <returns>The address of the request.</returns>
    public async Task<string> RegisterAsync(Visitor visitor, string provider, string number = FakeProvider.Customer)
    {
        var form = await visitor.OpenAsync("/chu-ky-so/tu-xa");
        var choices = await visitor.SubmitAsync(form, "form[data-primary]", ("Provider", provider), ("Number", number));
        var address = visitor.Address;
        await visitor.SubmitAsync(choices, "form[action*=Choose]", ("Pin", FakeProvider.Pin));
        return address;
    }

    private IEnumerable<string> Provided(string code, string language, string path) =>
        [
            $"--Signing:Providers:{code}:Language={language}",
            $"--Signing:Providers:{code}:Name=Nhà thử {code}",
            $"--Signing:Providers:{code}:Address={Phone.Address}{path}",
            $"--Signing:Providers:{code}:Id={FakeProvider.Id}",
            $"--Signing:Providers:{code}:Secret={FakeProvider.Secret}",
            $"--Signing:Providers:{code}:MostDocuments=3",
        ];
}

public sealed class PhoneOnSqlite() : PhoneApp(Provider.Sqlite);

public sealed class PhoneOnPostgreSql() : PhoneApp(Provider.PostgreSql);
