using System.Globalization;
using System.Runtime.InteropServices;

namespace DoanKet.Bench;

/// <summary>Lines of a Markdown table, so that a result can be put into the README as it is.</summary>
internal static class Report
{
    public static void Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} cores, {memory:F0} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}"
            )
        );
    }

    public static void Head(params string[] columns)
    {
        Console.WriteLine();
        Line(columns);
        Line([.. columns.Select(_ => "---")]);
    }

    public static void Line(params string[] cells) => Console.WriteLine("| " + string.Join(" | ", cells) + " |");

    /// <summary>"12.3 ms".</summary>
    public static string Ms(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F1} ms");

    public static string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F0}");

    public static string Ratio(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F2}");

    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    /// <param name="part">0.95 for p95.</param>
    public static double Percentile(IEnumerable<double> values, double part)
    {
        var ordered = values.Order().ToList();
        return ordered[Math.Clamp((int)Math.Ceiling(part * ordered.Count) - 1, 0, ordered.Count - 1)];
    }
}
