using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Desk;

/// <summary>Desk.</summary>
public sealed class DeskModule : IModule
{
    public string Name => "Desk";

    public IReadOnlyList<Permission> Permissions { get; } = [];

    public IReadOnlyList<MenuItem> Menu { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
