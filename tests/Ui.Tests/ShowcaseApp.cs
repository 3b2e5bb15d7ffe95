using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DoanKet.Ui.Shell;
using DoanKet.Ui.UnitPicker;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoanKet.Ui.Tests;

/// <summary>Serves the page that shows every part, to somebody who is signed in.</summary>
public sealed class ShowcaseApp : IAsyncLifetime
{
    public const string Address = "/he-thong/giao-dien";

    private WebApplication? _app;

    public HttpClient Client => (_app ?? throw new InvalidOperationException("Not started.")).GetTestClient();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorPages(options => options.RootDirectory = "/").AddApplicationPart(typeof(UiServices).Assembly);
        builder.Services.AddScoped<IUnitChoices, ThreeUnits>().AddScoped<IShell, SampleShell>().AddUi();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, SignedIn>("test", null);
        builder.Services.AddAuthorization();
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapRazorPages();
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    public async Task<IHtmlDocument> OpenAsync() => await ParseAsync(await Client.GetAsync(Address));

    /// <summary>Sends the large form as a browser without JavaScript would, the given button pressed.</summary>
    public async Task<IHtmlDocument> PressAsync(params (string Name, string Value)[] values)
    {
        using var client = Client;
        var got = await client.GetAsync(Address);
        var token = (await ParseAsync(got))
            .QuerySelector("form[data-primary] input[name=__RequestVerificationToken]")!
            .GetAttribute("value");
        client.DefaultRequestHeaders.Add("Cookie", got.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var fields = values
            .Select(v => KeyValuePair.Create(v.Name, v.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token!));
        return await ParseAsync(await client.PostAsync(Address, new FormUrlEncodedContent(fields)));
    }

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());

    private sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(
                AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "văn thư")], "test")), "test"))
            );
    }
}
