using Microsoft.AspNetCore.Authorization;

namespace DoanKet.Kernel.Access;

/// <summary>Names the permission of a page or endpoint; a test refuses any that has neither this nor one of the two below.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false)]
public sealed class RequiresAttribute(params string[] anyOf)
    : Attribute,
        IAuthorizeData,
        IAuthorizationRequirement,
        IAuthorizationRequirementData
{
    /// <summary>Codes of permissions, one of which is enough. What exactly a person sees is decided by the rows' units.</summary>
    public IReadOnlyList<string> AnyOf => anyOf;

    /// <summary>The permission must reach the whole installation, see <see cref="CurrentUser.CanEverywhere(Permission)"/>.</summary>
    public bool Everywhere { get; set; }

    public string? Policy { get; set; }

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>A page for everybody who is signed in: the person's own things.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute(string why) : AuthorizeAttribute
{
    public string Why => why;
}

/// <summary>A page for strangers too.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute(string why) : Attribute, IAllowAnonymous
{
    public string Why => why;
}

internal sealed class RequiresHandler(UserContext user) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (
            user.Current is { } current
            && requirement.AnyOf.Any(code => requirement.Everywhere ? current.CanEverywhere(code) : current.Granted(code).Any())
        )
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
