using Microsoft.Extensions.Logging;

namespace DoanKet.Modules.Documents.Scanning;

internal static partial class LogMessages
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Scanner folder {Path} of unit {Code}: no such folder, or no such open unit")]
    public static partial void NoScannerFolder(this ILogger log, string code, string path);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Scanned file {Path} of {Bytes} bytes is empty or too large; it lies in khong-nhan-duoc"
    )]
    public static partial void ScanRefused(this ILogger log, string path, long bytes);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scanned file {Path} could not be kept and waits: {Reason}")]
    public static partial void ScanNotKept(this ILogger log, string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scanned file {Path} can't be read or put away yet: {Reason}")]
    public static partial void ScanNotMoved(this ILogger log, string path, string reason);
}
