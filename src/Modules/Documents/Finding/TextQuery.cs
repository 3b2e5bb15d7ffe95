using DoanKet.Kernel.Search;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>What a person looks for in the documents of some units; the index is asked once, and only when it is needed.</summary>
internal sealed class TextQuery(SearchIndex index, IReadOnlyList<SearchPlace> places, string typed)
{
    private Task<TextMatches?>? _found;

    /// <summary>The texts that hold the words; null when nothing searchable was typed.</summary>
    public Task<TextMatches?> FindAsync(CancellationToken ct) => _found ??= index.FindAsync(places, typed, ct);

    /// <summary>Whether the units have very many documents, and the database can say of a text that it holds the words.</summary>
    public async Task<bool> LooksAtNewestAsync(CancellationToken ct) => index.CanLookIntoTexts && await index.IsLargeAsync(places, ct);

    /// <summary>Those of some texts that hold the words.</summary>
    public Task<HashSet<long>> AmongAsync(IReadOnlyCollection<long> texts, CancellationToken ct) => index.AmongAsync(texts, typed, ct);
}
