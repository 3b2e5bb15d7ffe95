namespace DoanKet.Host.Cli;

/// <summary>
/// Tells settings on the command line ("--Database:Provider postgresql") from words that mean nothing: a verb or option mistyped must not
/// start a server.
/// </summary>
internal static class SettingsArguments
{
    private static readonly string[] Sections =
    [
        "Audit",
        "Database",
        "Files",
        "Kestrel",
        "Keys",
        "Logging",
        "Mail",
        "Scanner",
        "SignIn",
        "Signing",
        "Site",
        "Telemetry",
    ];

    private static readonly string[] Names = ["urls", "environment", "ReloadStaticAssetsAtRuntime"];

    /// <summary>What is wrong, in words; null when all are settings.</summary>
    public static string? Problem(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
                return $"Không có lệnh “{words[i]}”.";
            var (name, hasValue) = Split(words[i]);
            if (!IsSetting(name))
                return $"Không có tùy chọn “--{name}”.";
            // The value stands behind a space.
            if (!hasValue && ++i == words.Count)
                return $"Tùy chọn “--{name}” thiếu giá trị.";
        }
        return null;
    }

    private static (string Name, bool HasValue) Split(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (word[2..], false) : (word[2..equals], true);
    }

    private static bool IsSetting(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.Contains(':', StringComparison.Ordinal) && Sections.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase));
}
