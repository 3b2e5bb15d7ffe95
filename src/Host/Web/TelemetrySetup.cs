using DoanKet.Kernel;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DoanKet.Host.Web;

/// <summary>Where traces and metrics go; section <c>Telemetry</c>. Nothing is collected without an address.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>A collector that speaks OTLP over HTTP, e.g. <c>http://localhost:4318</c>.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Name of this instance among others.</summary>
    public string? Instance { get; set; }
}

internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new();
        if (options.OtlpEndpoint is not { } endpoint)
            return;
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("doanket", serviceInstanceId: options.Instance ?? Environment.MachineName))
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddSource(Telemetry.Name, "Npgsql")
                    .AddOtlpExporter(export => SendTo(export, endpoint, "v1/traces"))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddMeter(Telemetry.Name, "System.Runtime", "Npgsql")
                    .AddOtlpExporter(export => SendTo(export, endpoint, "v1/metrics"))
            );
    }

    private static void SendTo(OtlpExporterOptions export, Uri endpoint, string path)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
