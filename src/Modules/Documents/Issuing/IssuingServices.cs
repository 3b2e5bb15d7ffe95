using DoanKet.Contracts.Documents;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Jobs;
using DoanKet.Modules.Documents.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Issuing;

/// <summary>What this feature registers.</summary>
internal static class IssuingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ReceiptProgress>();
        services
            .AddScoped<PossibleReceivers>()
            .AddScoped<ChooseReceivers>()
            .AddScoped<NameOutsideReceivers>()
            .AddScoped<RecordSending>()
            .AddScoped<ReserveNumber>()
            .AddScoped<GiveNumberBack>()
            .AddScoped<SealDocument>()
            .AddScoped<SaveReceiverGroup>();
        services
            .AddScoped<ChosenReceivers>()
            .AddScoped<DeliverCopies>()
            .AddScoped<TellReceivers>()
            .AddEventJob<DocumentIssued, TellOfIssue>(TellOfIssue.JobName, "Báo cho nơi nhận văn bản vừa phát hành", JobLane.Quick)
            .AddScoped<IssueDocument>();
        services.AddScoped<SettleReturn>().AddScoped<RecallDocument>().AddScoped<AmendIssued>();
        services.AddScoped<ReadBoard>().AddScoped<RemindReceivers>();
    }

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapBoardExport();
}
