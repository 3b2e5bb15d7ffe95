using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Search;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Content;

/// <summary>What this feature registers.</summary>
internal static class ContentServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ContentWriter>().AddScoped<IndexContent>().AddScoped<FindAttachment>().AddScoped<ReadSignatures>();
        services.AddScoped<ReindexContent>().AddJob<ReadContentJob>(ReadContentJob.Name, "Đọc chữ của tệp dự thảo", JobLane.Slow);
        services.AddEventJob<SignaturesWorsened, TellOfSignatures>(
            TellOfSignatures.JobName,
            "Báo văn thư về chữ ký số không còn hợp lệ",
            JobLane.Quick
        );
        services.AddScoped<IRebuildDerived, RebuildSearch>().AddScoped<IRenewSearch, RebuildSearch>();
    }

    public static void Map(IEndpointRouteBuilder endpoints) => ContentEndpoints.Map(endpoints);
}
