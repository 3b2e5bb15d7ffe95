using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Which objects a revision can show at all: those that its trailer leads to.</summary>
internal static class Reach
{
    public static HashSet<int> From(PdfFile file)
    {
        var reached = new HashSet<int>();
        var open = new Stack<PdfObject>();
        open.Push(file.Trailer);
        while (open.TryPop(out var value))
        {
            switch (value)
            {
                case PdfReference reference when reached.Add(reference.Number) && file.Get(reference) is { } target:
                    open.Push(target);
                    break;
                case PdfArray array:
                    array.Items.ForEach(open.Push);
                    break;
                case PdfStream stream:
                    open.Push(stream.Dictionary);
                    break;
                case PdfDictionary dictionary:
                    foreach (var entry in dictionary.Entries.Values)
                        open.Push(entry);
                    break;
            }
        }
        return reached;
    }
}
