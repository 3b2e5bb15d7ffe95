using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Settings;
using DoanKet.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace DoanKet.Host.Web;

/// <summary>Puts the program together; reads as a table of contents.</summary>
public static class WebProgram
{
    public static WebApplication Build(string? dataFolder, string[] settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = settings,
                ApplicationName = "doanket",
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = BodyLimits.Form);
        var folder = Path.GetFullPath(dataFolder ?? Environment.GetEnvironmentVariable("DOANKET_DATA") ?? "data");
        // After the files shipped with the program, before the environment: an installation's own settings lie with its data.
        builder.Configuration.AddJsonFile(Path.Combine(folder, "settings.json"), optional: true);
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(settings);
        var data = new DataFolder(folder, builder.Configuration["Keys:Folder"]);
        data.Create();
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls("http://localhost:5080");

        builder.Services.AddKernel(builder.Configuration, data, ModuleList.All);
        builder.Services.AddOutside(builder.Configuration, data);
        builder.Services.AddProxy(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddWeb(data);
        configure?.Invoke(builder);
        return builder.Build().UseWeb();
    }

    /// <summary>Brings a SQLite database to this version, or refuses to serve a PostgreSQL one that is behind.</summary>
    public static async Task<bool> PrepareAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var prepare = scope.ServiceProvider.GetRequiredService<PrepareDatabase>();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        if (!db.Dialect.MigratesAtStart && await prepare.PendingAsync(ct) is { Count: > 0 } pending)
        {
            app.Logger.LogCritical("The database lacks {Count} migrations. Back it up, then run: doanket migrate", pending.Count);
            return false;
        }
        await prepare.HandleAsync(ct);
        await scope.ServiceProvider.GetRequiredService<ForeignSeals>().LookAsync(ct);
        return true;
    }

    private static void AddWeb(this IServiceCollection services, DataFolder data)
    {
        services.AddDataProtection().SetApplicationName("doanket").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        // Razor's default encoder writes every Vietnamese letter as a numeric reference.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(options => options.Filters.Add<RequireHandler>());
        services.AddUi();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "dk-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";
        });
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = long.MaxValue);
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]).AddCheck<StoreHealth>("files", tags: ["ready"]);
        services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddSingleton<BodyLimits>();
        services.AddExceptionHandler<Faults>();
        services.AddProblemDetails();
    }

    private static WebApplication UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<KnownHosts>();
        app.UseHsts();
        // Faults writes the one line of the log.
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = "/loi/500", SuppressDiagnosticsCallback = _ => true }
        );
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<ReadAgain>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseWhen(
            http => !http.Request.Path.StartsWithSegments("/loi") && !http.Request.Path.StartsWithSegments("/health"),
            branch => branch.UseMiddleware<LoadCurrentUserMiddleware>().UseMiddleware<FirstPassword>()
        );
        app.UseAuthorization();
        app.UseMiddleware<ReadForm>();
        app.UseAntiforgery();
        app.MapStaticAssets().WithMetadata(new PublicAttribute("style sheets, scripts and icons hold nothing of anybody"));
        app.MapHealth();
        app.MapRazorPages().WithStaticAssets();
        foreach (var module in app.Services.GetServices<IModule>())
            module.MapEndpoints(app);
        return app;
    }
}
