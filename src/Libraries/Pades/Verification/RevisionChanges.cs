using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>
/// What an update changed, told from all that the two revisions lead to. What is not known to be harmless is
/// <see cref="LaterChanges.Undefined"/>.
/// </summary>
internal sealed class RevisionChanges
{
    private static readonly HashSet<string> OfCrossReference =
    [
        "Prev",
        "Size",
        "XRefStm",
        "ID",
        "Length",
        "Filter",
        "DecodeParms",
        "W",
        "Index",
        "Type",
    ];
    private readonly PdfFile _before;
    private readonly PdfFile _after;
    private readonly Sameness _same;

    private RevisionChanges(PdfFile before, PdfFile after) => (_before, _after, _same) = (before, after, new(before, after));

    public LaterChanges Class { get; private set; }

    public List<string> Notes { get; } = [];

    /// <summary>Fields whose value or look became another.</summary>
    public List<string> Fields { get; } = [];

    public static RevisionChanges Between(PdfFile before, PdfFile after)
    {
        var changes = new RevisionChanges(before, after);
        try
        {
            changes.Compare();
        }
        catch (PdfFormatException broken)
        {
            changes.Found(LaterChanges.Undefined, broken.Message);
        }
        return changes;
    }

    internal void Found(LaterChanges kind, string note)
    {
        Class = kind > Class ? kind : Class;
        if (kind is LaterChanges.Annotation or LaterChanges.Undefined && Notes.Count < 20)
            Notes.Add(note);
    }

    private void Compare()
    {
        var updates = _after.Sections.TakeWhile(section => section.Offset != _before.Sections[0].Offset).ToList();
        if (updates.Count == _after.Sections.Count)
        {
            Found(LaterChanges.Undefined, "The later revision does not continue the signed one.");
            return;
        }
        if (updates.Exists(section => section.HybridStream is not null))
            Found(LaterChanges.Undefined, "An update has two cross-references.");
        CompareTrailers();
        CompareCatalogs(_before.Catalog, _after.Catalog);
        FindUnexplained(updates);
    }

    private void CompareTrailers()
    {
        var keys = _before.Trailer.Entries.Keys.Union(_after.Trailer.Entries.Keys).Where(key => !OfCrossReference.Contains(key));
        foreach (var key in keys.Where(key => key != "Root"))
        {
            if (_same.Same(_before.Trailer[key], _after.Trailer[key]))
                continue;
            // The title and the day of the last change, shown on no page.
            Found(key == "Info" ? LaterChanges.Extension : LaterChanges.Undefined, $"/{key} of the trailer was changed.");
        }
        var isSameRoot = _before.Trailer["Root"]?.Equals(_after.Trailer["Root"]) == true;
        if (!isSameRoot)
            Found(LaterChanges.Undefined, "The catalog was put in the place of another.");
    }

    private void CompareCatalogs(PdfDictionary before, PdfDictionary after)
    {
        foreach (var key in before.Entries.Keys.Union(after.Entries.Keys))
        {
            switch (key)
            {
                case "Pages":
                    new PageChanges(_before, _after, _same, this).Compare();
                    break;
                case "AcroForm":
                    new FormChanges(_before, _after, _same, this).Compare();
                    break;
                case "DSS" or "Extensions" or "Metadata" or "Version":
                    if (!_same.Same(before[key], after[key]))
                        Found(LaterChanges.Extension, "");
                    break;
                default:
                    if (!_same.Same(before[key], after[key]))
                        Found(LaterChanges.Undefined, $"/{key} of the document was changed.");
                    break;
            }
        }
    }

    /// <summary>
    /// An object that is written and that nothing leads to is waiting for somebody: the next update may show it. Object streams and
    /// cross-references are led to by none.
    /// </summary>
    private void FindUnexplained(List<XrefSection> updates)
    {
        var written = updates
            .SelectMany(section => section.Entries)
            .Where(entry => entry.Value.Kind != XrefEntryKind.Free && _before.EntryOf(entry.Key) != entry.Value)
            .Select(entry => entry.Key)
            .Distinct()
            .ToList();
        if (written.Count == 0)
            return;
        var reached = Reach.From(_after);
        foreach (var number in written.Where(number => !reached.Contains(number) && !IsContainer(number)))
            Found(LaterChanges.Undefined, $"Object {number} was written, and nothing leads to it.");
    }

    private bool IsContainer(int number)
    {
        if (_after.EntryOf(number) is not { Kind: XrefEntryKind.InFile } entry)
            return false;
        return _after.Get(new(number, entry.Part)) is PdfStream stream && stream.Dictionary.Name("Type") is "ObjStm" or "XRef";
    }
}
