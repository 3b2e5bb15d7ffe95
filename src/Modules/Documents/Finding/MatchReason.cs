using DoanKet.VietnameseText;

namespace DoanKet.Modules.Documents.Finding;

/// <summary>Says where the words were found, so that a person understands why a document is among the results.</summary>
internal static class MatchReason
{
    /// <summary>Null when nothing was typed into the box.</summary>
    public static string? For(string? typed, string numberKey, string subject, string issuer)
    {
        var words = Fold.Words(typed);
        if (words.Length == 0)
            return null;
        if (TextCriterion.NumberKey(typed) is { } key && numberKey.StartsWith(key, StringComparison.Ordinal))
            return "Khớp số, ký hiệu";
        if (Holds(subject, words))
            return "Khớp trích yếu";
        return Holds(issuer, words) ? "Khớp cơ quan ban hành" : "Khớp nội dung văn bản";
    }

    /// <summary>As the index reads it: whole words, the last of which may be the beginning of one.</summary>
    private static bool Holds(string text, string[] words)
    {
        var own = Fold.Words(text);
        return words[..^1].All(own.Contains) && own.Any(w => w.StartsWith(words[^1], StringComparison.Ordinal));
    }
}
