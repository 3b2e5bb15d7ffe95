using DoanKet.Contracts.Desk;
using DoanKet.Modules.Documents.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>What this feature registers.</summary>
internal static class HandlingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<History>();
        services
            .AddScoped<PossibleHandlers>()
            .AddScoped<DirectIncoming>()
            .AddScoped<DirectMany>()
            .AddScoped<TellHandlers>()
            .AddScoped<NameLead>();
        services.AddScoped<TakePart>().AddScoped<GiveOn>().AddScoped<GiveOnMany>().AddScoped<HandOver>().AddScoped<SendPartBack>();
        services.AddScoped<AskForTime>().AddScoped<AnswerForTime>();
        services.AddScoped<RemindHandlers>().AddScoped<AddNote>().AddScoped<FinishAssignment>().AddScoped<CompleteIncoming>();
        services.AddScoped<IWaitingWork, IncomingWaitingWork>();
    }
}
