using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing.Rounds;

/// <summary>What this feature registers.</summary>
internal static class RoundServices
{
    public static void Add(IServiceCollection services) =>
        services
            .AddSingleton<RoundRunner>()
            .AddScoped<ISigningRounds, SigningRounds>()
            .AddScoped<RoundLease>()
            .AddScoped<KeyWays>()
            .AddScoped<StartRound>()
            .AddScoped<RunRound>()
            .AddScoped<PrepareRound>()
            .AddScoped<FinishRound>()
            .AddScoped<KeepRound>()
            .AddScoped<PreparePaper>()
            .AddScoped<FinishPaper>()
            .AddScoped<GiveValues>()
            .AddScoped<EndRound>()
            .AddJob<ResumeRounds>(ResumeRounds.Name, ResumeRounds.Title, JobLane.Slow, ResumeRounds.Schedule);
}
