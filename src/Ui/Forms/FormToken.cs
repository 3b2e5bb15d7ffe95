using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Ui.Forms;

/// <summary>Marks an endpoint that answers only to forms of our own pages; a test refuses a POST endpoint without it.</summary>
public sealed class FormTokenMetadata;

public static class FormToken
{
    /// <summary>
    /// Refuses a form without our token with 400. Razor pages do this by themselves; endpoints that are no page must ask for it, read a
    /// form or not.
    /// </summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) =>
        endpoint
            // The framework's own check looks only at endpoints with form parameters, and throws.
            .DisableAntiforgery()
            .WithMetadata(new FormTokenMetadata())
            .AddEndpointFilter(
                async (context, next) =>
                {
                    var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
                    return await antiforgery.IsRequestValidAsync(context.HttpContext)
                        ? await next(context)
                        : Results.StatusCode(StatusCodes.Status400BadRequest);
                }
            );
}
