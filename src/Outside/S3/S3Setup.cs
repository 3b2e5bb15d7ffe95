using DoanKet.Kernel.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Outside.S3;

/// <summary>Files in a store that several instances share.</summary>
public static class S3Setup
{
    public static IServiceCollection AddS3Store(this IServiceCollection services) => services.AddSingleton<IBlobStore, S3BlobStore>();
}
