using DoanKet.Kernel.Search;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>What of this module can be searched.</summary>
internal static class DocumentSections
{
    public static readonly SearchSection Incoming = new("di"),
        Outgoing = new("do");

    /// <summary>The units that received a document.</summary>
    public static IEnumerable<SearchOwner> ReceivedBy(IEnumerable<string> unitPaths) =>
        unitPaths.Select(path => new SearchOwner(Incoming, path));

    /// <summary>The unit in whose book a document stands or will stand.</summary>
    public static SearchOwner IssuedBy(string unitPath) => new(Outgoing, unitPath);
}
