using DoanKet.Kernel.Settings;
using DoanKet.SigningTickets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>How the program beside a token knows this server, and where its own builds lie.</summary>
internal sealed class AgentSite(IOptions<SiteOptions> site, IConfiguration configuration, AgentKeys keys)
{
    /// <summary>Without the program, for who has it already.</summary>
    public const string SettingsAlone = "may-chu";

    /// <summary>The builds of the program: a folder for each kind of machine.</summary>
    private const string Folder = "Signing:AgentFolder",
        Drivers = "Signing:TokenDrivers";

    /// <summary>OpenSC, which speaks with many cards; makers' own drivers are set by the administrator.</summary>
    private const string UsualDrivers =
        @"C:\Program Files\OpenSC Project\OpenSC\pkcs11\opensc-pkcs11.dll;/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so";

    public static IReadOnlyList<(string Machine, string Name, string FileName)> Machines { get; } =
    [("win-x64", "Windows", "doanket-ky.exe"), ("linux-x64", "Linux", "doanket-ky")];

    /// <summary>The address that the administrator has set, or the one under which this question came.</summary>
    public string OriginOf(HttpRequest request) =>
        site.Value.Address?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host.Value}";

    public AgentSettings SettingsFor(HttpRequest request) =>
        new([new(OriginOf(request), keys.Tickets.PublicKey)], SiteOptions.Parts(configuration[Drivers] ?? UsualDrivers));

    /// <returns>Null where the administrator has not put it there.</returns>
    public string? BuildOf(string machine)
    {
        var folder = configuration[Folder] ?? Path.Combine(AppContext.BaseDirectory, "signing-agent");
        var known = Machines.FirstOrDefault(one => one.Machine == machine);
        return known.FileName is { } name && Path.Combine(folder, machine, name) is var path && File.Exists(path) ? path : null;
    }
}
