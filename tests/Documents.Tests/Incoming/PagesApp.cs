using System.Security.Claims;
using System.Text.Encodings.Web;
using DoanKet.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoanKet.Documents.Tests.Incoming;

/// <summary>The program with a small limit for files, so that a file can be too large for it.</summary>
public sealed class PagesApp() : UnionApp(Provider.Sqlite)
{
    protected override IReadOnlyList<string> Settings => ["--Files:MaxMegabytes=1"];

    /// <summary>A browser in which the person is signed in already: these tests are about documents, not about passwords.</summary>
    public Visitor Visit(string userName)
    {
        var visitor = Stranger();
        visitor.Client.DefaultRequestHeaders.Add(KnownPerson.Header, Given.AccountId(userName).ToString());
        return visitor;
    }

    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KnownPerson>(KnownPerson.Header, null);
        services.PostConfigure<AuthenticationOptions>(options => options.DefaultScheme = options.DefaultAuthenticateScheme = KnownPerson.Header);
    }

    private sealed class KnownPerson(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string Header = "X-Known-Person";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers[Header] is [{ } id]
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], Header)), Header))
            : AuthenticateResult.NoResult());
    }
}
