using System.CommandLine;
using DoanKet.Kernel.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Modules;

/// <summary>An entry of the main menu, shown to those who have one of the permissions (none named: everybody signed in).</summary>
public sealed record MenuItem(string Group, string Text, string Href, string Icon, int Order, params Permission[] AnyOf)
{
    /// <summary>Only for those whose permission reaches the whole installation.</summary>
    public bool Everywhere { get; init; }

    public bool IsFor(CurrentUser person) =>
        AnyOf.Length == 0 || AnyOf.Any(permission => Everywhere ? person.CanEverywhere(permission) : person.Can(permission));
}

/// <summary>Acts whose names begin alike in the audit log, e.g. <c>documents.incoming.</c>, under one Vietnamese name.</summary>
public sealed record AuditGroup(string Prefix, string Name);

/// <summary>Runs the body of a verb with the services of the program, in one scope, without serving; gives the exit code.</summary>
public delegate Task<int> RunVerb(ParseResult parse, Func<IServiceProvider, Task<int>> body);

/// <summary>What a module gives to the program. Each module has exactly one public type, which implements this.</summary>
public interface IModule
{
    /// <summary>English, one word, as in the folder and the table names.</summary>
    string Name { get; }

    IReadOnlyList<Permission> Permissions { get; }

    IReadOnlyList<MenuItem> Menu { get; }

    /// <summary>By which the audit log can be looked through.</summary>
    IReadOnlyList<AuditGroup> AuditGroups => [];

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Verbs of <c>doanket</c>; a stable interface. Settings and <c>--data</c> are known to each of them.</summary>
    IEnumerable<Command> Verbs(RunVerb run) => [];

    /// <summary>Endpoints that are not Razor pages: files, fragments, JSON.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
