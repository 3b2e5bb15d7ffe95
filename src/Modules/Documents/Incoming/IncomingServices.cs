using DoanKet.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What this feature registers.</summary>
internal static class IncomingServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddScoped<ActingOffice>();
        services
            .AddScoped<ReceivePapers>()
            .AddScoped<TakeInFiles>()
            .AddScoped<ReadIncomingFiles>()
            .AddSingleton<ReadSoon>()
            .AddScoped<RegisterIncoming>()
            .AddScoped<IncomingBook>();
        services
            .AddScoped<CountIncoming>()
            .AddScoped<TakeInPaper>()
            .AddScoped<CorrectIncoming>()
            .AddScoped<CancelIncoming>()
            .AddScoped<EndParts>()
            .AddScoped<AnswerRecall>()
            .AddScoped<ChangeIncomingFiles>();
        services.AddScoped<OpenIncoming>().AddScoped<AcknowledgeIncoming>().AddScoped<UndoAcknowledge>().AddScoped<ReturnIncoming>();
        services.AddScoped<FindDuplicates>().AddScoped<RecentIssuers>().AddScoped<WaitingPapers>().AddScoped<RegisterMany>();
        services.AddJob<ReadFilesJob>(ReadFilesJob.Name, "Đọc chữ của tệp văn bản đến", JobLane.Slow);
    }
}
