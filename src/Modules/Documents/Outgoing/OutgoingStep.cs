using DoanKet.Kernel.Access;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>One act in the life of an outgoing document: from which states, by whom. Pages show it and handlers check it by the same
/// rule.</summary>
/// <param name="Refusal">What a person hears who may not do it.</param>
internal sealed record OutgoingStep(Func<OutgoingDocument, CurrentUser, bool> Allowed, string Refusal, params OutgoingState[] From)
{
    public bool IsOpenTo(OutgoingDocument document, CurrentUser user) => From.Contains(document.State) && Allowed(document, user);
}
