using System.Net;
using DoanKet.Kernel.Settings;
using Microsoft.Extensions.Options;

namespace DoanKet.Host.Web;

/// <summary>
/// Answers only under names that are the program's own: a page of somebody else's making must not reach it under a name of theirs, and
/// links must not be written with it. Numeric addresses, this machine's name and localhost are always its own.
/// </summary>
internal sealed class KnownHosts(RequestDelegate next, IOptions<SiteOptions> site)
{
    private readonly HashSet<string> _names = new(
        [
            .. SiteOptions.Parts(site.Value.Hosts),
            "localhost",
            Dns.GetHostName(),
            .. site.Value.Address is { } address ? [address.Host] : Array.Empty<string>(),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public async Task InvokeAsync(HttpContext http)
    {
        var host = http.Request.Host.Host;
        if (_names.Contains(host) || IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(
            "Chương trình không trả lời dưới địa chỉ này. Quản trị: đặt Site:Address (ví dụ https://vanphong.example.vn) hoặc Site:Hosts "
                + "trong settings.json.",
            http.RequestAborted
        );
    }
}
