using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Catalogues;

internal static class CataloguesServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddScoped<ArrivalBooks>()
            .AddCatalogue<ArrivalBookCatalogue>()
            .AddScoped<ISeed, SeedArrivalBooks>()
            .AddScoped<DocumentKinds>()
            .AddCatalogue<KindCatalogue>()
            .AddScoped<ISeed, SeedKinds>()
            .AddScoped<Notations>()
            .AddCatalogue<NotationCatalogue>()
            .AddScoped<ISeed, SeedNotations>();
}
