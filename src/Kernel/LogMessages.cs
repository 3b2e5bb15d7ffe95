using DoanKet.Kernel.Jobs;
using Microsoft.Extensions.Logging;

namespace DoanKet.Kernel;

/// <summary>What the kernel writes into the log, in one place: levels and words at a glance.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The workers of lane {Lane} could not reach their jobs; they try again")]
    public static partial void JobsOutOfReach(this ILogger log, Exception error, JobLane lane);

    [LoggerMessage(Level = LogLevel.Error, Message = "The standing jobs could not be reached; tried again in a minute")]
    public static partial void StandingJobsOutOfReach(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be kept: {Reason}")]
    public static partial void NotKept(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file was not read beside its request; a job reads it: {Reason}")]
    public static partial void NotReadBeside(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "File {Sha256} could not be inspected by {Inspector}; it is read all the same")]
    public static partial void NotInspected(this ILogger log, Exception error, string sha256, string inspector);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The anchor of the audit log could not be written; the next act tries again")]
    public static partial void AnchorNotWritten(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log has {Entries} entries; seal of the last one: {Hash}")]
    public static partial void AuditStands(this ILogger log, long entries, string hash);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Another instance serves this database with a data folder of its own, or the audit log was tampered with: "
            + "its latest entries do not fit the secret in {Keys}. People will be signed out and files be missing. See \"Several "
            + "instances\" in docs/operations.md, "
            + "and run: doanket audit verify"
    )]
    public static partial void SealedElsewhere(this ILogger log, string keys);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Id} failed at try {Tries}")]
    public static partial void JobFailed(this ILogger log, Exception error, string kind, Guid id, int tries);
}
