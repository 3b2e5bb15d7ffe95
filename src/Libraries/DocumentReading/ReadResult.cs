using System.Text.Json.Serialization;

namespace DoanKet.DocumentReading;

/// <summary>How the reading of a file ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadStatus>))]
public enum ReadStatus
{
    Read,

    /// <summary>A scan without a layer of text, or an empty document.</summary>
    NoText,

    /// <summary>Locked with a password that nobody told.</summary>
    Encrypted,
    Damaged,

    /// <summary>Unpacks to more than the limits or the memory allow.</summary>
    TooLarge,

    /// <summary>Stopped at the time limit.</summary>
    TooSlow,
    Unsupported,
}

/// <summary>What reading a file gave. Every failure is a status; there is nothing to catch.</summary>
public sealed record ReadResult(ReadStatus Status)
{
    /// <summary>All text up to <see cref="ReadingLimits.MaxCharacters"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>First two pages and the last one, lines as on paper: columns of a line stay three spaces or more apart,
    /// and a line that is set in begins with spaces.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Where the words of <see cref="Heading"/> stand on paper; known for PDF only.</summary>
    public IReadOnlyList<TextPlace> Places { get; init; } = [];

    /// <summary>Known for PDF only: a DOCX gets its pages when it is laid out.</summary>
    public int? Pages { get; init; }

    /// <summary>For the log: what the file's format was reproached with.</summary>
    public string? Detail { get; init; }

    /// <summary>The smallest box around a stretch of <see cref="Heading"/>, on the page where it begins. Null when that is not
    /// known.</summary>
    public TextPlace? PlaceOf(int offset, int length)
    {
        TextPlace? box = null;
        foreach (var place in Places)
        {
            if (place.Part(offset, length) is { } part && (box is null || box.Page == part.Page))
                box = box?.Around(part) ?? part;
        }
        return box;
    }

    internal static ReadResult Failed(ReadStatus status, Exception error) => Failed(status, $"{error.GetType().Name}: {error.Message}");

    internal static ReadResult Failed(ReadStatus status, string detail) =>
        new(status) { Detail = detail.Length > 300 ? detail[..300] : detail };
}

/// <summary>How much of a foreign file is read at most.</summary>
public sealed record ReadingLimits
{
    public static readonly ReadingLimits Default = new();

    public int MaxCharacters { get; init; } = 400_000;

    public int MaxHeadingCharacters { get; init; } = 40_000;

    /// <summary>Pages read for their text; more pages are counted but not read.</summary>
    public int MaxPages { get; init; } = 1000;

    /// <summary>Sum of the sizes that the parts of a ZIP unpack to.</summary>
    public long MaxUnpackedBytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Characters of the XML of one part of a DOCX.</summary>
    public long MaxPartCharacters { get; init; } = 60_000_000;

    public int MaxZipEntries { get; init; } = 5000;
}
