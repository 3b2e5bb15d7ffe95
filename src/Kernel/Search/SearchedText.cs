namespace DoanKet.Kernel.Search;

/// <summary>A text of the index, and whether it holds all words that were asked for.</summary>
public sealed class SearchedText
{
    public long Id { get; init; }

    public bool HoldsAll { get; init; }
}
