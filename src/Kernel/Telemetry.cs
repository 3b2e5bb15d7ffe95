using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DoanKet.Kernel;

/// <summary>
/// What the program tells of itself to whoever listens (the .NET diagnostics; <c>Host/Web/TelemetrySetup</c> sends it on by setting).
/// Nothing of persons or documents: kinds, counts and times.
/// </summary>
public static class Telemetry
{
    /// <summary>Name of the traces and of the metrics.</summary>
    public const string Name = "DoanKet";

    internal static ActivitySource Activities { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("doanket.jobs", description: "Background jobs that ended");

    private static readonly Histogram<double> JobSeconds = Meter.CreateHistogram<double>(
        "doanket.job.duration",
        unit: "s",
        description: "Time of one run of a background job"
    );

    internal static void JobEnded(string kind, bool ok, TimeSpan took)
    {
        KeyValuePair<string, object?>[] tags = [new("kind", kind), new("outcome", ok ? "done" : "failed")];
        Jobs.Add(1, tags);
        JobSeconds.Record(took.TotalSeconds, tags);
    }
}
