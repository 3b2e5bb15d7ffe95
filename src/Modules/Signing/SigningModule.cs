using System.CommandLine;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Modules.Signing.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Signing;

/// <summary>The ways in which a document can be signed, and how signatures are verified.</summary>
public sealed class SigningModule : IModule
{
    public string Name => "Signing";

    public IReadOnlyList<Permission> Permissions { get; } = [];

    public IReadOnlyList<MenuItem> Menu { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IDocumentSigner, PaperSigner>();

    public IEnumerable<Command> Verbs(RunVerb run) => [SignVerb.Build(), VerifyVerb.Build()];
}
