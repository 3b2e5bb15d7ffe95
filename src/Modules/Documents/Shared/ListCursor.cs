using System.Globalization;

namespace DoanKet.Modules.Documents.Shared;

/// <summary>Where a page of a list ended: the next one begins after it, however many rows lie before (no OFFSET).</summary>
internal sealed record ListCursor(DateTime At, Guid Id)
{
    public override string ToString() => $"{At.Ticks:x}-{Id:N}";

    /// <summary>Null for anything that is not a place.</summary>
    public static ListCursor? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var at)
        && at >= 0
        && at <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var row)
            ? new(new DateTime(at, DateTimeKind.Utc), row)
            : null;
}
