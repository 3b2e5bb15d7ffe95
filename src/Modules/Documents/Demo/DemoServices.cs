using DoanKet.DocumentReading;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>What the demonstration registers.</summary>
internal static class DemoServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<IDemoPart, DocumentsDemo>().AddScoped<IDemoPart, DemoDrafts>();
        services.AddScoped(provider => new DemoFiles(
            provider.GetRequiredService<FileVault>(),
            ActivatorUtilities.CreateInstance<ReadFile>(provider, new OwnPapers())
        ));
    }

    /// <summary>The papers that the demonstration has just drawn are read here; a child process for each would take longer than all the
    /// rest.</summary>
    private sealed class OwnPapers : IFileReader
    {
        public Task<ReadResult> ReadAsync(string path, CancellationToken ct) =>
            Task.FromResult(DocumentReader.Read(path, ReadingLimits.Default));
    }
}
