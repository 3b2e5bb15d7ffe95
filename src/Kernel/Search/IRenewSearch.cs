namespace DoanKet.Kernel.Search;

/// <summary>A module's share of indexing anew what stands in the search index; each text keeps its id.</summary>
public interface IRenewSearch
{
    /// <summary>In small transactions, while people work; a text that is changed meanwhile is right in any order.</summary>
    /// <param name="within">Only the texts of the units at this path and below; null for all.</param>
    /// <param name="renewed">Told after each of them how many texts were renewed.</param>
    Task RenewAsync(string? within, Action<int> renewed, CancellationToken ct);

    /// <summary>About how many texts there are.</summary>
    Task<int> CountAsync(string? within, CancellationToken ct);
}
