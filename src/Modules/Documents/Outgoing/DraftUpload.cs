using DoanKet.Modules.Documents.Content;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>The files of a version as they came with a form.</summary>
/// <param name="Text">Null: that of the version before.</param>
/// <param name="Annexes">New ones, behind those that stay.</param>
/// <param name="KeptAnnexes">Ids of those of the version before that stay.</param>
internal sealed record DraftUpload(UploadedFile? Text, IReadOnlyList<UploadedFile> Annexes, IReadOnlyCollection<Guid> KeptAnnexes)
{
    public static DraftUpload Of(UploadedFile text) => new(text, [], []);
}
