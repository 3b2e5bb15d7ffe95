using DoanKet.Kernel.Access;
using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoanKet.Modules.Desk.Shell;

/// <summary>Keeps what a person chose of <see cref="DisplayChoices"/> on this device.</summary>
internal static class DisplayEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(
                ShellAddresses.Display,
                ([FromForm] string choice, [FromForm] string? value, [FromForm] string? returnUrl, HttpContext http) =>
                {
                    if (choice is DisplayChoices.MenuCookie or DisplayChoices.RowsCookie)
                        http.Response.Cookies.Append(
                            choice,
                            value == DisplayChoices.On ? DisplayChoices.On : "",
                            new CookieOptions
                            {
                                HttpOnly = true,
                                SameSite = SameSiteMode.Lax,
                                Secure = http.Request.IsHttps,
                                MaxAge = TimeSpan.FromDays(365),
                            }
                        );
                    return Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
                }
            )
            .RequireFormToken()
            .WithMetadata(new SignedInAttribute("how one's own screen looks"));
}
