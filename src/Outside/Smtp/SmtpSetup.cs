using DoanKet.Kernel.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace DoanKet.Outside.Smtp;

/// <summary>Mail through the server that the settings name.</summary>
public static class SmtpSetup
{
    public static IServiceCollection AddSmtp(this IServiceCollection services) => services.AddSingleton<IMailer, SmtpMailer>();
}
