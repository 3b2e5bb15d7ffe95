using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Ui.Forms;

/// <summary>Marks an endpoint that answers only to forms of our own pages; a test refuses a POST endpoint without it.</summary>
public sealed class FormTokenMetadata;

/// <summary>
/// Marks an endpoint that answers programs, not forms: they bring a secret of their own, and whose cookie comes along counts for nothing.
/// </summary>
public sealed class ForProgramsMetadata;

public static class FormToken
{
    /// <inheritdoc cref="ForProgramsMetadata"/>
    public static RouteHandlerBuilder ForPrograms(this RouteHandlerBuilder endpoint) =>
        endpoint.DisableAntiforgery().WithMetadata(new ForProgramsMetadata());

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
