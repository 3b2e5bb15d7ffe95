using System.Collections.Concurrent;

namespace DoanKet.Kernel.Search;

/// <summary>
/// Remembers for some minutes where there are very many texts, so that another way of searching is quicker there. It changes slowly, and to
/// ask costs as much as a small search.
/// </summary>
public sealed class LargePlaces(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (bool IsLarge, DateTime Until)> _known = new();

    /// <param name="place">Whose texts, in any words that are always the same.</param>
    /// <param name="ask">Asks the database.</param>
    public async Task<bool> IsLargeAsync(string place, Func<Task<bool>> ask)
    {
        var now = time.UtcDateTime();
        if (_known.TryGetValue(place, out var known) && known.Until > now)
            return known.IsLarge;
        var isLarge = await ask();
        _known[place] = (isLarge, now + Remembered);
        return isLarge;
    }
}
