using DoanKet.Kernel.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Scanning;

/// <summary>What this feature registers.</summary>
internal static class ScanningServices
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ScannerOptions>(configuration.GetSection("Scanner"));
        services.AddJob<TakeInScans>(TakeInScans.Name, "Nhận tệp từ thư mục máy quét", JobLane.Slow, "* * * * *");
    }
}
