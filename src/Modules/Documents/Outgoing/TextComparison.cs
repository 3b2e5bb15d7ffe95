using System.Text.RegularExpressions;
using DiffPlex;

namespace DoanKet.Modules.Documents.Outgoing;

internal enum TextChange
{
    Same,
    Removed,
    Added,

    /// <summary>Words that are the same on both sides and are not shown; the text says how many.</summary>
    Folded,
}

/// <summary>A run of words of one kind; line breaks stand where the newer text has them.</summary>
internal sealed record ComparedText(TextChange Change, string Text, int Words);

/// <summary>
/// What changed from one text to another, word by word: where lines break says nothing, for the same paper breaks them otherwise as PDF.
/// </summary>
internal static partial class TextComparison
{
    /// <summary>Of each text, some fifty pages; two that share nothing would keep a processor busy for too long beyond it.</summary>
    public const int MostWords = 20_000;

    /// <summary>Words shown around a change.</summary>
    private const int Around = 30;

    /// <summary>Null when one of them is longer than <see cref="MostWords"/>.</summary>
    public static IReadOnlyList<ComparedText>? Compare(string before, string after)
    {
        var (old, recent) = (WordsOf(before), WordsOf(after));
        if (old.Count > MostWords || recent.Count > MostWords)
            return null;
        var chunks = new Words();
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunks);
        List<ComparedText> found = [];
        var shown = 0;
        foreach (var block in diff.DiffBlocks)
        {
            found.AddRange(Unchanged(recent[shown..block.InsertStartB], isFirst: shown == 0, isLast: false));
            if (block.DeleteCountA > 0)
                found.Add(Run(TextChange.Removed, old.GetRange(block.DeleteStartA, block.DeleteCountA)));
            if (block.InsertCountB > 0)
                found.Add(Run(TextChange.Added, recent.GetRange(block.InsertStartB, block.InsertCountB)));
            shown = block.InsertStartB + block.InsertCountB;
        }
        found.AddRange(Unchanged(recent[shown..], isFirst: shown == 0, isLast: true));
        return found;
    }

    private static IEnumerable<ComparedText> Unchanged(List<string> words, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : Around, isLast ? 0 : Around);
        if (words.Count == 0)
            return [];
        if (words.Count <= head + tail + Around)
            return [Run(TextChange.Same, words)];
        var folded = words.Count - head - tail;
        IEnumerable<ComparedText> runs =
        [
            Run(TextChange.Same, words[..head]),
            new(TextChange.Folded, "", folded),
            Run(TextChange.Same, words[(words.Count - tail)..]),
        ];
        return runs.Where(run => run.Words > 0);
    }

    private static ComparedText Run(TextChange change, List<string> words) => new(change, string.Concat(words), words.Count);

    /// <summary>Each with what stands before it: a line break or a space.</summary>
    private static List<string> WordsOf(string text)
    {
        List<string> words = [];
        var end = 0;
        foreach (var word in Word().EnumerateMatches(text))
        {
            var breaks = words.Count > 0 && text.AsSpan(end, word.Index - end).Contains('\n');
            words.Add(
                string.Concat(
                    breaks ? "\n"
                        : words.Count > 0 ? " "
                        : "",
                    text.AsSpan(word.Index, word.Length)
                )
            );
            end = word.Index + word.Length;
        }
        return words;
    }

    private sealed class Words : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. WordsOf(text).Select(word => word.TrimStart('\n', ' '))];
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
