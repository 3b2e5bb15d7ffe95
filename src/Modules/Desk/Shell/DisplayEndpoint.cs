using System.Text.RegularExpressions;
using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace DoanKet.Modules.Desk.Shell;

/// <summary>Keeps what a person chose of <see cref="DisplayChoices"/> or of <see cref="ListColumns"/> on this device.</summary>
internal static partial class DisplayEndpoint
{
    private const int MostColumns = 20;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(
                ShellAddresses.Display,
                (IFormCollection form, HttpContext http) =>
                {
                    var choice = form["choice"].ToString();
                    if (ToKeep(choice, form["value"]) is { } kept)
                        http.Response.Cookies.Append(
                            choice,
                            kept,
                            new CookieOptions
                            {
                                HttpOnly = true,
                                SameSite = SameSiteMode.Lax,
                                Secure = http.Request.IsHttps,
                                MaxAge = TimeSpan.FromDays(365),
                            }
                        );
                    return Results.LocalRedirect(LocalAddress.OrHome(form["returnUrl"]));
                }
            )
            .RequireFormToken()
            .WithMetadata(new SignedInAttribute("how one's own screen looks"));

    /// <summary>Null for what is no choice of ours.</summary>
    private static string? ToKeep(string choice, StringValues values)
    {
        if (choice is DisplayChoices.MenuCookie or DisplayChoices.RowsCookie)
            return values.Contains(DisplayChoices.On) ? DisplayChoices.On : "";
        if (!choice.StartsWith(ListColumns.CookiePrefix, StringComparison.Ordinal) || !Name().IsMatch(choice))
            return null;
        return ListColumns.Separator
            + string.Join(ListColumns.Separator, values.OfType<string>().Where(value => Name().IsMatch(value)).Take(MostColumns));
    }

    [GeneratedRegex("^[a-z-]{1,40}$")]
    private static partial Regex Name();
}
