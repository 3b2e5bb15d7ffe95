using System.Diagnostics;
using System.Security.Claims;

namespace DoanKet.Host.Web;

/// <summary>
/// A line for every request, when an installation asks for it (docs/operations.md): with the id that people see on a page that failed, and
/// without what they typed.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            await next(http);
            return;
        }
        var (began, path) = (Stopwatch.GetTimestamp(), http.Request.Path);
        try
        {
            await next(http);
        }
        finally
        {
            log.Answered(
                http.Request.Method,
                path,
                http.Response.StatusCode,
                (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
                http.TraceIdentifier,
                http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-"
            );
        }
    }
}
