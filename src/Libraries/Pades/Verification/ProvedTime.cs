namespace DoanKet.Pades;

/// <summary>A time-stamp over the whole file: its first bytes were there at that time.</summary>
/// <param name="Length">Of what it covers.</param>
internal sealed record ProvedTime(long Length, DateTimeOffset Time);
