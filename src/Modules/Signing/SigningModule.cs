using System.CommandLine;
using DoanKet.Contracts.Desk;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Signing.Agent;
using DoanKet.Modules.Signing.Checking;
using DoanKet.Modules.Signing.Commands;
using DoanKet.Modules.Signing.Demo;
using DoanKet.Modules.Signing.Keys;
using DoanKet.Modules.Signing.Registration;
using DoanKet.Modules.Signing.Remote;
using DoanKet.Modules.Signing.Rounds;
using DoanKet.Modules.Signing.Sealing;
using DoanKet.Modules.Signing.Trust;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing;

/// <summary>The ways in which a document can be signed, and how signatures are verified.</summary>
public sealed class SigningModule : IModule
{
    public string Name => "Signing";

    IReadOnlyList<Permission> IModule.Permissions => Permissions.All;

    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("Văn bản", "Kiểm tra chữ ký", "/kiem-tra-chu-ky", "check", 65),
        new("Văn bản", "Chữ ký của tôi", OwnKeyModel.Address, "sign", 66, Permissions.Use),
        new("Văn bản", "Chữ ký số cơ quan", AgencyKeyModel.Address, "lock", 67, Permissions.Seal),
        new(
            "Văn bản",
            "Đăng ký chứng thư số",
            RegistrationsModel.Address,
            "list",
            68,
            Permissions.Register,
            Permissions.CheckRegistrations
        ),
        new("Hệ thống", "Chứng thư gốc", "/he-thong/chung-thu-goc", "lock", 225, Permissions.Trust) { Everywhere = true },
    ];

    public IReadOnlyList<AuditGroup> AuditGroups { get; } = [new("signing.", "Chữ ký số")];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        TimeStampSetup.Add(services, configuration);
        RoundServices.Add(services);
        AgentServices.Add(services);
        RemoteServices.Add(services, configuration);
        services
            .AddScoped<IDocumentSigner, PaperSigner>()
            .AddScoped<IDocumentSigner, CertificateSigner>()
            .AddScoped<SignForUnit>()
            .AddScoped<IDocumentSealer, AgencySealer>()
            .AddScoped<IDemoPart, SigningDemo>()
            .AddScoped<IDemoPart, RegistrationsDemo>()
            .AddScoped<AddKey>()
            .AddScoped<ChangeKey>()
            .AddScoped<OpenKey>()
            .AddSingleton(_ => new ServerModule(configuration[ServerModule.Setting]))
            .AddScoped<AddModuleKey>()
            .AddScoped<HeldKeys>()
            .AddScoped<SignFile>()
            .AddScoped<KeepSigned>()
            .AddScoped<PlainSignature>()
            .AddScoped<PicturePlaces>()
            .AddScoped<IPicturePlaces>(services => services.GetRequiredService<PicturePlaces>())
            .AddScoped<AddRoot>()
            .AddScoped<ImportRoots>()
            .AddScoped<EndRoot>()
            .AddScoped<ReadTrust>()
            .AddScoped<JudgeFile>()
            .AddSingleton<StrangersQueue>()
            .AddScoped<CheckKeptFile>()
            .AddScoped<IFileInspector>(services => services.GetRequiredService<CheckKeptFile>())
            .AddScoped<ISignatureChecks, SignatureChecks>()
            .AddCatalogue<RequiredPaperCatalogue>()
            .AddScoped<ISeed, SeedRequiredPapers>()
            .AddScoped<RegistrationLog>()
            .AddScoped<KeepPapers>()
            .AddScoped<AskForCertificate>()
            .AddScoped<MoveRegistration>()
            .AddScoped<RecordCertificate>()
            .AddScoped<ReadSigningBoard>()
            .AddScoped<IWaitingWork, RegistrationsWaitingWork>()
            .AddJob<RemindOfCertificates>(
                RemindOfCertificates.Name,
                RemindOfCertificates.Title,
                JobLane.Quick,
                RemindOfCertificates.Schedule
            )
            .AddJob<CheckAgain>(CheckAgain.Name, CheckAgain.Title, JobLane.Slow, CheckAgain.Schedule);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PaperEndpoint.Map(endpoints);
        AgentEndpoints.Map(endpoints);
    }

    public IEnumerable<Command> Verbs(RunVerb run) => [SignVerb.Build(), VerifyVerb.Build(), TrustStoreVerb.Build()];
}
