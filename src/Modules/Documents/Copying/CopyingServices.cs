using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Copying;

/// <summary>What this feature registers.</summary>
internal static class CopyingServices
{
    public static void Add(IServiceCollection services) => services.AddScoped<FindCopySource>().AddScoped<MakeCopy>();
}
