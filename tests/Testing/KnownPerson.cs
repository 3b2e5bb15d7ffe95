using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoanKet.Testing;

/// <summary>Believes a header that names the account: for tests that are about pages, not about passwords.</summary>
public sealed class KnownPerson(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Header = "X-Known-Person";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KnownPerson>(Header, null);
        services.PostConfigure<AuthenticationOptions>(options => options.DefaultScheme = options.DefaultAuthenticateScheme = Header);
    }

    /// <summary>A browser in which the account is signed in.</summary>
    public static Visitor Visit(UnionApp app, Guid accountId)
    {
        var visitor = app.Stranger();
        visitor.Client.DefaultRequestHeaders.Add(Header, accountId.ToString());
        return visitor;
    }

    /// <summary>Without the header the cookie counts, so that a test may also sign in by hand.</summary>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Request.Headers[Header] is [{ } id]
            ? Task.FromResult(
                AuthenticateResult.Success(
                    new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], Header)), Header)
                )
            )
            : Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
}
