using DoanKet.Kernel.Jobs;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Reads what the intake had no time for, and what a kill interrupted.</summary>
internal sealed class ReadFilesJob(ReadIncomingFiles read) : IJobHandler
{
    public const string Name = "documents.read-file";

    /// <summary>The intake itself reads the first document at once; its job only comes to see that it was done.</summary>
    public static readonly TimeSpan AfterIntake = TimeSpan.FromMinutes(1);

    public Task RunAsync(string payload, CancellationToken ct) => read.HandleAsync(Guid.Parse(payload), ct);
}
