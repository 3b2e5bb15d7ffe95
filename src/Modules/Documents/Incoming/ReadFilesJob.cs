using DoanKet.Kernel.Jobs;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Reads what the intake had no time for, and what a kill interrupted.</summary>
internal sealed class ReadFilesJob(ReadIncomingFiles read) : IJobHandler
{
    public const string Name = "documents.read-file";

    public Task RunAsync(string payload, CancellationToken ct) => read.HandleAsync(Guid.Parse(payload), ct);
}
