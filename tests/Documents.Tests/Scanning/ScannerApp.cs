using DoanKet.Documents.Tests.Faults;
using DoanKet.Kernel.Files;
using DoanKet.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Documents.Tests.Scanning;

/// <summary>The program with a scanner at the province and one in a district, and a disk for files that can be filled.</summary>
public abstract class ScannerApp(Provider provider) : UnionApp(provider), IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("doanket-scan-");

    public FullStore Files { get; } = new();

    public string Province => _place.CreateSubdirectory("tinh").FullName;

    public string District => _place.CreateSubdirectory("huyen").FullName;

    protected override IReadOnlyList<string> Settings =>
        [
            $"--Scanner:Folders:LDLD={Province}",
            $"--Scanner:Folders:H01={District}",
            $"--Scanner:Folders:H02={Path.Combine(_place.FullName, "chua-co")}",
            "--Files:MaxMegabytes=1",
        ];

    protected override void ConfigureServices(IServiceCollection services) =>
        services.AddSingleton<IBlobStore>(provider => Files.Before(ActivatorUtilities.CreateInstance<LocalBlobStore>(provider)));

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        _place.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

public sealed class ScannerSqliteApp() : ScannerApp(Provider.Sqlite);

public sealed class ScannerPostgreSqlApp() : ScannerApp(Provider.PostgreSql);
