using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.SigningTray;

/// <summary>What this feature registers.</summary>
internal static class SigningTrayServices
{
    public static void Add(IServiceCollection services) => services.AddSingleton<SigningRounds>().AddScoped<SignMany>();
}
