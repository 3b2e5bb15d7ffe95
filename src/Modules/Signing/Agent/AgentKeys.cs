using DoanKet.Kernel.Secrets;
using DoanKet.Kernel.Settings;
using DoanKet.SigningTickets;

namespace DoanKet.Modules.Signing.Agent;

/// <summary>The server's keys towards the program beside a token, in the folder of keys.</summary>
internal sealed class AgentKeys(DataFolder data)
{
    private readonly Lazy<byte[]> _secret = new(() => new KeyFile(data, "signing-agent.json").FindOrMake());

    public TicketKey Tickets => new(_secret.Value);

    public TicketCode Codes => new(_secret.Value);
}
