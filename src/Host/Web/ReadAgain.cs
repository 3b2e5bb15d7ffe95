using DoanKet.Kernel.Persistence;

namespace DoanKet.Host.Web;

/// <summary>
/// Reads a page once more when the database was away at the first try: after a restart of PostgreSQL the connections that waited are dead,
/// and the first reader would meet an error page for nothing. What writes is never repeated.
/// </summary>
internal sealed class ReadAgain(RequestDelegate next, SqlDialect dialect)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (Exception error) when (dialect.IsUnavailable(error) && !http.Response.HasStarted)
        {
            await AgainAsync(http);
        }
    }

    private async Task AgainAsync(HttpContext http)
    {
        var services = http.RequestServices;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        dialect.ForgetConnections(scope.ServiceProvider.GetRequiredService<UnionDb>());
        http.Response.Clear();
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}
