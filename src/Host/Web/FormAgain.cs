using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Diagnostics;

namespace DoanKet.Host.Web;

/// <summary>
/// What a person had sent when the database or the disk failed, so that the error page can send it once more: the page with the form
/// can't be fetched again while the fault lasts, and going back would find it empty.
/// </summary>
/// <param name="Files">Field and names of files that have to be chosen again: a page can't give them back.</param>
internal sealed record FormAgain(
    string Address,
    IReadOnlyList<KeyValuePair<string, string>> Values,
    IReadOnlyList<(string Field, string Names)> Files
)
{
    /// <summary>Null when there was no form, or none that may be shown again.</summary>
    public static async Task<FormAgain?> FindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || !KeptNothing(http) || Origin(http) is not { } origin)
            return null;
        // Forms for everybody hold passwords. The token is sent again as it came: a page of somebody else's making stays refused.
        if (origin.Endpoint?.Metadata.GetMetadata<RequiresAttribute>() is null)
            return null;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            // The form itself did not fit on the disk; the fault that led here is in the log.
            return null;
        }
        return new(
            origin.Address,
            [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))],
            [.. form.Files.GroupBy(file => file.Name).Select(files => (files.Key, string.Join(", ", files.Select(f => f.FileName))))]
        );
    }

    /// <summary>
    /// A surprise may have come after the work was done, and a conflict would come again; these kept nothing for certain: what does not
    /// answer, what is full, and a session that had ended before anything was looked at.
    /// </summary>
    private static bool KeptNothing(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true
            ? http.Response.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage
            : http.Response.StatusCode == StatusCodes.Status401Unauthorized;

    /// <summary>Where the form was sent, before the error page took over.</summary>
    private static (string Address, Endpoint? Endpoint)? Origin(HttpContext http)
    {
        if (http.Features.Get<IExceptionHandlerPathFeature>() is { } fault)
            return (fault.Path + http.Request.QueryString, fault.Endpoint);
        return http.Features.Get<IStatusCodeReExecuteFeature>() is { } status
            ? (status.OriginalPath + status.OriginalQueryString, status.Endpoint)
            : null;
    }
}
