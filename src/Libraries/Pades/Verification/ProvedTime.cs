namespace DoanKet.Pades;

/// <summary>A time-stamp over the whole file: its first bytes were there at that time.</summary>
/// <param name="Length">Of what it covers.</param>
/// <param name="CoversStore">Among it data for checking signatures.</param>
internal sealed record ProvedTime(long Length, DateTimeOffset Time, bool CoversStore);
