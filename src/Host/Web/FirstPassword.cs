using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Authorization;

namespace DoanKet.Host.Web;

/// <summary>Whoever still has the password that somebody else made is led to change it before anything else.</summary>
internal sealed class FirstPassword(RequestDelegate next)
{
    public const string Page = "/doi-mat-khau";

    public Task InvokeAsync(HttpContext http, UserContext user)
    {
        var free =
            http.Request.Path.StartsWithSegments(Page)
            || http.Request.Path.StartsWithSegments("/dang-xuat")
            || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (user.Current is not { MustChangePassword: true } || free)
            return next(http);
        http.Response.Redirect(Page);
        return Task.CompletedTask;
    }
}
