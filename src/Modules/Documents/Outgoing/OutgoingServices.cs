using DoanKet.Contracts.Desk;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>What this feature registers.</summary>
internal static class OutgoingServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddScoped<ActingOffice>();
        services
            .AddScoped<Signers>()
            .AddScoped<StoreUpload>()
            .AddScoped<TakeStep>()
            .AddScoped<ShowFiles>()
            .AddScoped<AddDraft>()
            .AddScoped<Decide>();
        services.AddScoped<CreateDraft>().AddScoped<EditDraft>().AddScoped<UploadDraft>().AddScoped<SubmitDraft>();
        services
            .AddScoped<ApproveContent>()
            .AddScoped<ApproveFormat>()
            .AddScoped<SendBack>()
            .AddScoped<SignDocument>()
            .AddScoped<MakeSignature>()
            .AddScoped<BeginRound>()
            .AddScoped<BeginInitials>()
            .AddScoped<KeepInitials>()
            .AddScoped<ReadSigningWays>()
            .AddScoped<ReadSealing>()
            .AddScoped<FindAnnexes>()
            .AddScoped<AttachSigned>();
        services.AddScoped<CoSign>().AddScoped<TellSigner>();
        services.AddScoped<CompareVersions>();
        services.AddScoped<IWaitingWork, OutgoingWaitingWork>();
    }

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapDraftVersions();
}
