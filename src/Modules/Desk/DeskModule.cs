using DoanKet.Kernel.Access;
using DoanKet.Kernel.Jobs;
using DoanKet.Kernel.Modules;
using DoanKet.Modules.Desk.Bell;
using DoanKet.Modules.Desk.Filters;
using DoanKet.Modules.Desk.Home;
using DoanKet.Modules.Desk.Letters;
using DoanKet.Modules.Desk.Shell;
using DoanKet.Ui.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Desk;

/// <summary>A person's own desk: what waits, what was told, and the frame around every page.</summary>
public sealed class DeskModule : IModule
{
    public string Name => "Desk";

    public IReadOnlyList<Permission> Permissions { get; } = [];

    public IReadOnlyList<MenuItem> Menu { get; } = [new("", "Việc của tôi", ShellAddresses.Home, "home", 10)];

    public IReadOnlyList<AuditGroup> AuditGroups { get; } = [new("desk.mail.", "Cách nhận thư")];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemonstrationMark>().AddScoped<IShell, DeskShell>();
        services.AddScoped<ReadDesk>().AddScoped<DeadlineWords>();
        services.AddScoped<MarkRead>();
        services.AddScoped<OwnFilters>().AddScoped<ISavedFilters>(provider => provider.GetRequiredService<OwnFilters>());
        services.AddScoped<SaveMailChoice>().AddScoped<WriteLetter>();
        services.AddJob<MorningLetters>(
            MorningLetters.Name,
            "Gửi thư buổi sáng: việc đang chờ và thông báo chưa đọc",
            JobLane.Outside,
            MorningLetters.Schedule
        );
        services.AddScoped<IDemoPart, DemoFilters>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => DisplayEndpoint.Map(endpoints);
}
