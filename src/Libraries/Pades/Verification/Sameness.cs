using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>
/// Whether two values of two revisions mean the same, with all that they lead to. Pages and fields are compared where they have their
/// place, and nowhere else: bookmarks, notes and fields all lead back to pages.
/// </summary>
internal sealed class Sameness
{
    /// <summary>A file that needs more was made to cost time.</summary>
    private const int MostComparisons = 20_000_000;
    private readonly PdfFile _before;
    private readonly PdfFile _after;
    private readonly HashSet<int> _withOwnPlace = [];
    private readonly HashSet<(PdfReference Before, PdfReference After)> _same = [];
    private int _comparisons;

    public Sameness(PdfFile before, PdfFile after)
    {
        (_before, _after) = (before, after);
        foreach (var node in new PageTree(before).Nodes())
            _withOwnPlace.Add(node.Number);
        foreach (var field in new FormFields(before).Read())
        {
            var places = before.Array(field.Dictionary["Kids"])?.Items ?? [];
            foreach (var reference in places.OfType<PdfReference>().Append(field.Reference).OfType<PdfReference>())
                _withOwnPlace.Add(reference.Number);
        }
    }

    public bool Same(PdfObject? left, PdfObject? right)
    {
        // What is assumed to be the same while it is compared is known to be so only if nothing else differs.
        var assumed = new HashSet<(PdfReference, PdfReference)>();
        var open = new Stack<(PdfObject?, PdfObject?)>();
        open.Push((left, right));
        while (open.TryPop(out var pair))
        {
            if (++_comparisons > MostComparisons)
                throw new PdfFormatException("The file has too much to compare");
            if (pair is (PdfReference a, PdfReference b))
            {
                var isElsewhere = a.Equals(b) && _withOwnPlace.Contains(a.Number);
                if (isElsewhere || _same.Contains((a, b)) || !assumed.Add((a, b)))
                    continue;
            }
            if (!SameValues(_before.Resolve(pair.Item1), _after.Resolve(pair.Item2), open))
                return false;
        }
        _same.UnionWith(assumed);
        return true;
    }

    private bool SameValues(PdfObject? left, PdfObject? right, Stack<(PdfObject?, PdfObject?)> open)
    {
        switch (left, right)
        {
            case (null, null):
                return true;
            case (PdfDictionary a, PdfDictionary b):
                PushEntries(a, b, open);
                return true;
            case (PdfStream a, PdfStream b):
                PushEntries(a.Dictionary, b.Dictionary, open);
                return SameBytes(a, b);
            case (PdfArray a, PdfArray b):
                for (var i = 0; i < Math.Min(a.Items.Count, b.Items.Count); i++)
                    open.Push((a.Items[i], b.Items[i]));
                return a.Items.Count == b.Items.Count;
            case (PdfNumber a, PdfNumber b):
                return a.Value.Equals(b.Value);
            default:
                return left?.Equals(right) == true;
        }
    }

    private static void PushEntries(PdfDictionary left, PdfDictionary right, Stack<(PdfObject?, PdfObject?)> open)
    {
        foreach (var (key, value) in left.Entries)
            open.Push((value, right[key]));
        foreach (var (key, value) in right.Entries)
            if (!left.Has(key))
                open.Push((null, value));
    }

    private bool SameBytes(PdfStream left, PdfStream right) =>
        (left.Offset == right.Offset && left.Length == right.Length)
        || _before.RawBytes(left).AsSpan().SequenceEqual(_after.RawBytes(right));
}
