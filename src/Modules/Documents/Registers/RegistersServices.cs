using DoanKet.Kernel.Backup;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Modules.Documents.Registers;

/// <summary>What this feature registers. The order of the books is the order in which they are offered.</summary>
internal static class RegistersServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<NameHandlers>().AddScoped<NameReceivers>();
        services
            .AddScoped<IRegister, IncomingRegister>()
            .AddScoped<IRegister, OutgoingRegister>()
            .AddScoped<IRegister, FollowUpRegister>()
            .AddScoped<IRegister, PostRegister>();
        services.AddScoped<IIntegrityCheck, NumberCheck>();
        services.AddScoped<OpenRegister>().AddScoped<PrintRegister>().AddScoped<RegisterSheet>();
    }
}
