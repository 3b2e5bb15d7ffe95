using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel.Catalogues;

public static class CatalogueServices
{
    /// <summary>Gives the administrator a catalogue to keep (Hệ thống → Danh mục).</summary>
    public static IServiceCollection AddCatalogue<TCatalogue>(this IServiceCollection services)
        where TCatalogue : class, ICatalogue => services.AddScoped<ICatalogue, TCatalogue>();
}
