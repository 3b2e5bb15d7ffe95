namespace DoanKet.Host.Web;

/// <summary>What the web side writes into the log.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed; id {Id}, account {Account}")]
    public static partial void Unexpected(this ILogger log, Exception error, string id, string method, string path, string account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was answered {Status}; id {Id}, account {Account}: {Reason}")]
    public static partial void OutOfOrder(
        this ILogger log,
        int status,
        string id,
        string method,
        string path,
        string account,
        string reason
    );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Path} answered {Status} in {Milliseconds} ms; id {Id}, account {Account}"
    )]
    public static partial void Answered(
        this ILogger log,
        string method,
        string path,
        int status,
        long milliseconds,
        string id,
        string account
    );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Path} was refused with {Status}; id {Id}, account {Account}: {Reason}"
    )]
    public static partial void Refused(this ILogger log, int status, string id, string method, string path, string account, string reason);
}
