namespace DoanKet.Testing;

/// <summary>A clock that stands where a test puts it, Tuesday 10 March 2026, 9:00 in Vietnam to begin with, and goes on from there.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _shift = new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public void Advance(TimeSpan by) => _shift += by;
}
