namespace DoanKet.Kernel.Settings;

/// <summary>Section <c>Files</c> of the settings.</summary>
public sealed class FileOptions
{
    /// <summary>Largest file taken in, in megabytes.</summary>
    public int MaxMegabytes { get; set; } = 100;

    public long MaxBytes => MaxMegabytes * 1024L * 1024L;

    /// <summary>Seconds that reading the text of one file may take before its process is killed.</summary>
    public int ReadSeconds { get; set; } = 20;

    /// <summary>Set to keep files in an S3-compatible store instead of the data folder.</summary>
    public S3Options S3 { get; set; } = new();
}

/// <summary>Section <c>Files:S3</c>. Secrets come from the environment, e.g. <c>Files__S3__SecretKey</c>.</summary>
public sealed class S3Options
{
    public string? Bucket { get; set; }

    public string? ServiceUrl { get; set; }

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>Many self-hosted stores refuse or corrupt chunked uploads; see docs/operations.md.</summary>
    public bool UseChunkEncoding { get; set; }

    /// <summary>Longest wait for an answer of the store; a slower one counts as down. Each question is asked twice.</summary>
    public int AnswerSeconds { get; set; } = 10;

    public bool IsUsed => !string.IsNullOrEmpty(Bucket);
}
