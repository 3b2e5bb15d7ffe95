using DoanKet.Host.Web;

namespace DoanKet.Host.Cli;

/// <summary>Runs a verb with the program's services, without serving.</summary>
internal static class Services
{
    public static async Task<int> RunAsync(
        string? data,
        string[] settings,
        Func<IServiceProvider, Task<int>> body,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        await using var app = WebProgram.Build(data, settings, configure);
        await using var scope = app.Services.CreateAsyncScope();
        return await body(scope.ServiceProvider);
    }
}
