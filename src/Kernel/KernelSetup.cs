using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Backup;
using DoanKet.Kernel.Calendar;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Mail;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Kernel;

/// <summary>Registers what every module stands on. The program adds a database (<see cref="SqlDialect"/>), a store of files
/// (<see cref="IBlobStore"/>) and a way for mail (<see cref="IMailer"/>).</summary>
public static class KernelSetup
{
    public static IServiceCollection AddKernel(
        this IServiceCollection services,
        IConfiguration configuration,
        DataFolder data,
        IReadOnlyList<IModule> modules
    )
    {
        services
            .Configure<Settings.FileOptions>(configuration.GetSection("Files"))
            .Configure<MailOptions>(configuration.GetSection("Mail"))
            .Configure<AuditOptions>(configuration.GetSection("Audit"))
            .Configure<SiteOptions>(configuration.GetSection("Site"));
        services.AddSingleton(data);
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services, configuration);
        }
        services.AddSingleton(new ModelAssemblies([typeof(UnionDb).Assembly, .. modules.Select(m => m.GetType().Assembly)]));
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Work>().AddScoped<PrepareDatabase>().AddScoped<ISeed, SeedRoles>();
        services.AddSingleton<WrittenPermissions>().AddScoped<Deputies>();
        services.AddScoped<UserContext>().AddScoped<CurrentUserLoader>().AddScoped<IAuthorizationHandler, RequiresHandler>();
        services
            .AddSingleton<AuditSeal>()
            .AddSingleton<FieldCipher>()
            .AddSingleton<AuditAnchor>()
            .AddScoped<AuditTrail>()
            .AddScoped<VerifyAudit>()
            .AddScoped<ForeignSeals>();
        services.AddJob<AnchorAudit>(AnchorAudit.Name, "Ghi dấu nhật ký hằng ngày", JobLane.Outside, AnchorAudit.Schedule);
        services
            .AddScoped<WriteBackup>()
            .AddScoped<RestoreBackup>()
            .AddScoped<IIntegrityCheck, FileCheck>()
            .AddScoped<IIntegrityCheck, AuditCheck>();
        services.AddSingleton<CatalogueMemory>();
        services.AddScoped<Numbers>().AddScoped<SearchIndex>().AddScoped<Notices>().AddScoped<WorkingDays>();
        services
            .AddSingleton<LargePlaces>()
            .AddScoped<RenewSearchQueue>()
            .AddScoped<ISeed, KeepSearchFormat>()
            .AddJob<RenewSearchJob>(RenewSearchJob.Name, "Lập lại chỉ mục tìm kiếm", JobLane.OneAtATime);
        services.AddJob<MailNotices>(MailNotices.Name, "Gửi thư báo những thông báo chưa đọc", JobLane.Outside, MailNotices.Schedule);
        services.AddJob<Tidy>(Tidy.Name, "Dọn việc đã xong, thông báo cũ, phiên đăng nhập cũ", JobLane.OneAtATime, Tidy.Schedule);
        services
            .AddSingleton<JobBell>()
            .AddSingleton<JobKinds>()
            .AddSingleton<StandingJobs>()
            .AddSingleton<JobRunner>()
            .AddScoped<JobQueue>()
            .AddScoped<JobProgress>()
            .AddScoped<EventPublisher>();
        services
            .AddSingleton<FileVault>()
            .AddSingleton<PageImageStore>()
            .AddSingleton<IFileReader, ChildFileReader>()
            .AddSingleton<ReadBeside>()
            .AddScoped<ReadFile>()
            .AddScoped<DemoActor>();
        return services;
    }
}
