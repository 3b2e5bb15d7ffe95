using System.CommandLine;
using DoanKet.Contracts.Desk;
using DoanKet.Contracts.Organisation;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Catalogues;
using DoanKet.Kernel.Events;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Organisation.Absences;
using DoanKet.Modules.Organisation.Accounts;
using DoanKet.Modules.Organisation.Catalogue;
using DoanKet.Modules.Organisation.Demo;
using DoanKet.Modules.Organisation.Operations;
using DoanKet.Modules.Organisation.Security;
using DoanKet.Modules.Organisation.SigningIn;
using DoanKet.Modules.Organisation.Units;
using DoanKet.Ui.UnitPicker;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Organisation;

/// <summary>Units, accounts and posts, signing in, the administrator's pages.</summary>
public sealed class OrganisationModule : IModule
{
    public string Name => "Organisation";

    IReadOnlyList<Permission> IModule.Permissions => Permissions.All;

    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("Tổ chức", "Đơn vị", "/don-vi", "tree", 100, Permissions.ReadUnits),
        new("Tổ chức", "Tài khoản", "/tai-khoan", "users", 110, Permissions.EditAccounts),
        new("Hệ thống", "Nhật ký", "/he-thong/nhat-ky", "list", 200, Permissions.ReadAudit),
        new("Hệ thống", "Công việc nền", "/he-thong/cong-viec", "clock", 210, Permissions.Operations) { Everywhere = true },
        new("Hệ thống", "Danh mục", "/he-thong/danh-muc", "book", 220, Permissions.Operations) { Everywhere = true },
    ];

    public IReadOnlyList<AuditGroup> AuditGroups { get; } =
    [
        new("organisation.sign", "Đăng nhập, đăng xuất, xác nhận hai bước"),
        new("organisation.password.", "Mật khẩu"),
        new("organisation.account.", "Tài khoản"),
        new("organisation.post", "Chức vụ"),
        new("organisation.absence.", "Vắng mặt, ủy quyền"),
        new("organisation.unit.", "Đơn vị"),
        new("organisation.catalogue.", "Danh mục"),
        // As it was named before holidays became a catalogue; the log keeps it.
        new("organisation.calendar.", "Lịch làm việc (trước khi là danh mục)"),
        new("organisation.job.", "Công việc nền"),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignIn(configuration);
        services.AddScoped<ISeed, SeedUnitKinds>().AddScoped<ISeed, SeedEmployerKinds>();
        services.AddScoped<IUnitChoices, UnitChoices>();
        services
            .AddScoped<KindRules>()
            .AddScoped<CreateUnit>()
            .AddScoped<EmployerChoices>()
            .AddScoped<EditUnit>()
            .AddScoped<RenameUnit>()
            .AddScoped<MoveUnit>()
            .AddScoped<CloseUnit>();
        services
            .AddScoped<CloseOut>()
            .AddJob<CloseOutJob>(CloseOutJob.Name, "Kết thúc các đơn vị đã hết ngày hoạt động", JobLane.OneAtATime, CloseOutJob.Schedule)
            .AddEventHandler<UnitClosed, EndPosts>();
        services
            .AddScoped<AccountReach>()
            .AddScoped<CreateAccount>()
            .AddScoped<ResetPassword>()
            .AddScoped<TakeAwaySecondStep>()
            .AddScoped<CloseAccount>()
            .AddScoped<ChangePosts>();
        services
            .AddScoped<OwnPassword>()
            .AddScoped<SetUpSecondStep>()
            .AddScoped<OwnSignIns>()
            .AddScoped<AddPasskey>()
            .AddScoped<RemovePasskey>();
        services.AddScoped<PossibleDeputies>().AddScoped<RecordAbsence>().AddScoped<EndAbsence>();
        services.AddScoped<CreateAdministrator>();
        services.AddScoped<ReadJobs>().AddScoped<RetryJob>().AddScoped<CancelJob>();
        services
            .AddScoped<KeepCatalogue>()
            .AddScoped<ImportCatalogue>()
            .AddCatalogue<CalendarCatalogue>()
            .AddCatalogue<UnitKindCatalogue>()
            .AddCatalogue<EmployerKindCatalogue>()
            .AddCatalogue<UnitKindRuleCatalogue>();
        services.AddScoped<IWaitingWork, OperationsWaitingWork>().AddScoped<IWaitingWork, BlockedSignIns>();
        services.AddScoped<UnitsWithoutClerk>().AddScoped<IWaitingWork>(provider => provider.GetRequiredService<UnitsWithoutClerk>());
        services.AddScoped<IDemoPart, FederationDemo>().AddScoped<IDemoPart, CalendarDemo>();
    }

    public IEnumerable<Command> Verbs(RunVerb run) => [AdminVerb.Build(run)];

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSignIn();
        endpoints.MapCatalogueExport();
    }
}
