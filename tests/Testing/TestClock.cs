namespace DoanKet.Testing;

/// <summary>A clock that stands where a test puts it, Tuesday 10 March 2026, 9:00 in Vietnam to begin with, and goes on from
/// there.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _shift = new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

    /// <summary>By this it jumps ahead whenever somebody has looked at it: an act that looks twice sees two times.</summary>
    public TimeSpan Jump { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var now = System.GetUtcNow() + _shift;
            _shift += Jump;
            return now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
            _shift += by;
    }

    public void MoveTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());
}
