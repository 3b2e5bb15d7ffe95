using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Tells whose turn it is to sign: those who sign beside the signer in their order, then the signer.</summary>
internal sealed class TellSigner(Notices notices)
{
    public async Task HandleAsync(OutgoingDocument document, CancellationToken ct)
    {
        if ((document.NextCoSigner?.AccountId ?? document.SignerId) is { } person)
            await notices.TellAsync(person, $"Chờ ký: {document.Subject}", document.Link, ct, document.Urgency.CannotWait());
    }
}
