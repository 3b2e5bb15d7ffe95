using System.CommandLine;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Modules.Members.Demo;
using DoanKet.Modules.Members.Importing;
using DoanKet.Modules.Members.Registry;
using DoanKet.Modules.Members.Synthetic;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Members;

/// <summary>The registry of the union's members.</summary>
public sealed class MembersModule : IModule
{
    public string Name => "Members";

    IReadOnlyList<Permission> IModule.Permissions => Permissions.All;

    public IReadOnlyList<MenuItem> Menu { get; } = [new("Đoàn viên", "Đoàn viên", "/doan-vien", "users", 70, Permissions.Read)];

    public IReadOnlyList<AuditGroup> AuditGroups { get; } = [new("members.", "Đoàn viên")];

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<SaveMember>()
            .AddScoped<ShowNationalId>()
            .AddScoped<ImportMembers>()
            .AddScoped<GenerateMembers>()
            .AddScoped<IDemoPart, MembersDemo>();

    public IEnumerable<Command> Verbs(RunVerb run) => [new("members", "Đoàn viên") { ImportVerb.Build(run), GenerateVerb.Build(run) }];
}
