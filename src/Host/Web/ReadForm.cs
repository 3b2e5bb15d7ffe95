using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace DoanKet.Host.Web;

/// <summary>
/// Reads a form before its page does. Left to the page, a form that can't be read (too large, disk full) fails inside the check of its
/// token and is answered like a forged one: the person would be told to reload the page.
/// </summary>
internal sealed class ReadForm(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // The page of a fault is shown whether the form can be read or not.
        if (http.Request.HasFormContentType && http.GetEndpoint() is not null && http.Features.Get<IExceptionHandlerFeature>() is null)
        {
            await RefuseTooLargeAsync(http);
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        await next(http);
    }

    /// <summary>
    /// A browser that is cut off while it sends shows a broken connection and never the page that says why, so what a known person
    /// sends is received to its end and thrown away.
    /// </summary>
    private static async Task RefuseTooLargeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } limit } size || http.Request.ContentLength is not { } length || length <= limit)
            return;
        if (http.User.Identity?.IsAuthenticated == true)
        {
            size.MaxRequestBodySize = null;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        throw new BadHttpRequestException($"The form has {length} bytes, {limit} are allowed.", StatusCodes.Status413PayloadTooLarge);
    }
}
