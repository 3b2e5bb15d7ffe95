namespace DoanKet.Modules.Organisation.SigningIn;

/// <summary>
/// Slows down whoever guesses passwords, without letting a stranger lock somebody out: tries are counted for a name together with the place
/// they come from. A browser in which the person has signed in before is a place of its own, so its owner gets in whatever others do. Kept
/// in memory: a restart forgives, and each instance counts for itself. Names that do not exist are counted too, so that no answer tells
/// which do.
/// </summary>
internal sealed class SignInGuard(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Behind a user name: tries that are counted apart from those at the door. Names typed there are lowered, so that no
    /// stranger's tries come under these.</summary>
    public const string Codes = " CODE",
        OwnPassword = " OWN";

    /// <summary>Wrong tries from one place, and from all unknown places together, within the window.</summary>
    private const int TriesFromPlace = 5,
        TriesFromAnywhere = 50;

    /// <summary>Room for an attack from many places; beyond it the oldest are forgotten.</summary>
    private const int MostCounted = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Tries, DateTimeOffset Until)> _counts = [];

    /// <summary>Counts a try before it is made, so that a hundred at once are not all the first. False: it is refused unread.</summary>
    /// <param name="fromAnywhere">Tries from all unknown places together; fewer where little is to be guessed.</param>
    public bool TryEnter(string userName, SignInPlace place, int fromAnywhere = TriesFromAnywhere)
    {
        lock (_gate)
        {
            MakeRoom();
            if (Count(place.Key(userName)) >= TriesFromPlace || (!place.IsKnown && Count(Anywhere(userName)) >= fromAnywhere))
                return false;
            Add(place.Key(userName));
            if (!place.IsKnown)
                Add(Anywhere(userName));
            return true;
        }
    }

    /// <summary>After a right password: that place begins anew, and the try was no wrong one.</summary>
    public void Forgive(string userName, SignInPlace place)
    {
        var everywhere = Anywhere(userName);
        lock (_gate)
        {
            _counts.Remove(place.Key(userName));
            if (!place.IsKnown && _counts.TryGetValue(everywhere, out var count))
                _counts[everywhere] = count with { Tries = count.Tries - 1 };
        }
    }

    /// <summary>After an administrator gave a new password: every place begins anew.</summary>
    public void ForgiveAll(string userName)
    {
        var name = Anywhere(userName);
        lock (_gate)
            foreach (var key in _counts.Keys.Where(key => key.StartsWith(name, StringComparison.Ordinal)).ToList())
                _counts.Remove(key);
    }

    /// <summary>Names for which tries at the door are refused at present, and the instant, UTC, at which the last refusal ends.</summary>
    public IReadOnlyDictionary<string, DateTime> Blocked()
    {
        var now = time.GetUtcNow();
        lock (_gate)
            return _counts
                .Where(c => c.Value.Until > now && c.Value.Tries >= (c.Key[^1] == '\n' ? TriesFromAnywhere : TriesFromPlace))
                .GroupBy(c => c.Key[..c.Key.IndexOf('\n')])
                .ToDictionary(g => g.Key, g => g.Max(c => c.Value.Until).UtcDateTime);
    }

    private static string Anywhere(string userName) => SignInPlace.NamePart(userName);

    private int Count(string key) => _counts.TryGetValue(key, out var count) && count.Until > time.GetUtcNow() ? count.Tries : 0;

    private void Add(string key)
    {
        var tries = Count(key);
        // The window begins with the first wrong try and is not prolonged by further ones.
        _counts[key] = (tries + 1, tries == 0 ? time.GetUtcNow() + Window : _counts[key].Until);
    }

    private void MakeRoom()
    {
        if (_counts.Count < MostCounted)
            return;
        var now = time.GetUtcNow();
        foreach (
            var (key, _) in _counts
                .Where(c => c.Value.Until <= now)
                .Concat(_counts.OrderBy(c => c.Value.Until).Take(MostCounted / 2))
                .ToList()
        )
            _counts.Remove(key);
    }
}

/// <summary>Where a try comes from: a browser that the person has used before, or a network address.</summary>
internal sealed record SignInPlace(string Name, bool IsKnown)
{
    public string Key(string userName) => $"{NamePart(userName)}{(IsKnown ? "device" : "network")} {Name}";

    public static string NamePart(string userName) => userName + "\n";
}
