using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DoanKet.Kernel;

/// <summary>Days as people type them: 05/03/2026, 5/3/26, 05032026, 5-3-2026; 2026-03-05 from programs.</summary>
public static class DayText
{
    private static readonly string[] Formats =
    [
        "d/M/yyyy",
        "d/M/yy",
        "d-M-yyyy",
        "d-M-yy",
        "d.M.yyyy",
        "d.M.yy",
        "ddMMyyyy",
        "ddMMyy",
        "yyyy-MM-dd",
    ];

    public static bool TryRead([NotNullWhen(true)] string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
