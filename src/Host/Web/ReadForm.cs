using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace DoanKet.Host.Web;

/// <summary>
/// Reads a form before its page does. Left to the page, a form that can't be read (too large, disk full) fails inside the check of its
/// token and is answered like a forged one: the person would be told to reload the page.
/// </summary>
internal sealed class ReadForm(RequestDelegate next, BodyLimits limits)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsAnswerToFault(http))
        {
            await next(http);
            return;
        }
        if (http.Request.Query.Any(part => HoldsNul(part.Key) || part.Value.Any(HoldsNul)))
            throw new BadHttpRequestException("The address holds a character that no keyboard has (NUL).");
        if (http.Request.HasFormContentType && http.GetEndpoint() is not null)
        {
            await LimitAsync(http);
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (form.Any(field => HoldsNul(field.Key) || field.Value.Any(HoldsNul)))
                throw new BadHttpRequestException("The form holds a character that no keyboard has (NUL).");
        }
        await next(http);
    }

    /// <summary>The page of a fault is shown whether the form can be read or not.</summary>
    private static bool IsAnswerToFault(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    /// <summary>PostgreSQL keeps no NUL in a text, and nobody types one.</summary>
    private static bool HoldsNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    /// <summary>
    /// A browser that is cut off while it sends shows a broken connection and never the page that says why, so what a known person
    /// sends is received to its end and thrown away.
    /// </summary>
    private async Task LimitAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
            return;
        var limit = limits.Of(http);
        size.MaxRequestBodySize = limit;
        if (http.Request.ContentLength is not { } length || length <= limit)
            return;
        if (http.User.Identity?.IsAuthenticated == true)
        {
            size.MaxRequestBodySize = null;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        throw new BadHttpRequestException($"The form has {length} bytes, {limit} are allowed.", StatusCodes.Status413PayloadTooLarge);
    }
}
