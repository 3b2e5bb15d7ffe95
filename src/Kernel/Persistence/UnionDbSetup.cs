using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Persistence;

/// <summary>For the projects that each know one database.</summary>
public static class UnionDbSetup
{
    /// <param name="use">Names the provider, the connection and the migrations.</param>
    public static IServiceCollection AddUnionDb(this IServiceCollection services, Action<DbContextOptionsBuilder> use) =>
        services.AddDbContext<UnionDb>(options =>
        {
            use(options);
            // A module without tables of its own is nothing to warn of.
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.NoEntityTypeConfigurationsWarning));
        });
}
