using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Compares the pages of two revisions: nothing but what is put on them may differ.</summary>
internal sealed class PageChanges(PdfFile before, PdfFile after, Sameness same, RevisionChanges changes)
{
    private readonly HashSet<PdfReference> _fieldsAfter =
    [
        .. new FormFields(after).Read().Select(field => field.Reference).OfType<PdfReference>(),
    ];

    public void Compare()
    {
        if (!SameTree(before.Catalog["Pages"], after.Catalog["Pages"]))
        {
            changes.Found(LaterChanges.Undefined, "Pages were added, taken away, or put in another order.");
            return;
        }
        foreach (var (index, (left, right)) in new PageTree(before).Pages.Zip(new PageTree(after).Pages).Index())
            ComparePage(index + 1, left, right);
    }

    /// <summary>The nodes above the pages, but for what hangs on the pages.</summary>
    private bool SameTree(PdfObject? left, PdfObject? right)
    {
        if (left is not PdfReference || !left.Equals(right))
            return false;
        var (a, b) = (before.Dictionary(left), after.Dictionary(right));
        if (a is null || b is null || a.Has("Kids") != b.Has("Kids"))
            return false;
        if (before.Array(a["Kids"]) is not { } kids)
            return !a.Has("Kids");
        var others = after.Array(b["Kids"])?.Items ?? [];
        var keys = a.Entries.Keys.Union(b.Entries.Keys).Where(key => key is not ("Kids" or "Parent"));
        return keys.All(key => same.Same(a[key], b[key]))
            && kids.Items.Count == others.Count
            && kids.Items.Zip(others).All(pair => SameTree(pair.First, pair.Second));
    }

    private void ComparePage(int number, Page left, Page right)
    {
        var keys = left.Dictionary.Entries.Keys.Union(right.Dictionary.Entries.Keys);
        foreach (var key in keys.Where(key => key is not ("Annots" or "Parent")))
            if (!same.Same(left.Dictionary[key], right.Dictionary[key]))
                changes.Found(LaterChanges.Undefined, $"/{key} of page {number} was changed.");
        var old = before.Array(left.Dictionary["Annots"])?.Items ?? [];
        var now = after.Array(right.Dictionary["Annots"])?.Items ?? [];
        if (old.Count > 0 || now.Count > 0)
            CompareAnnotations(number, right, old, now);
    }

    /// <summary>Widgets that were there before are fields, and compared as such.</summary>
    private void CompareAnnotations(int page, Page shown, List<PdfObject> old, List<PdfObject> now)
    {
        var (known, present) = (old.ToHashSet(), now.ToHashSet());
        foreach (var gone in old.Where(item => !present.Contains(item)))
            FoundGone(page, gone);
        foreach (var item in now.Where(item => !known.Contains(item)))
            FoundNew(page, shown, item);
        foreach (var item in now.Where(item => known.Contains(item) && !IsWidget(item)))
            if (!same.Same(item, item))
                changes.Found(LaterChanges.Annotation, $"A note on page {page} was changed.");
    }

    private bool IsWidget(PdfObject item) => (after.Resolve(after.Dictionary(item)?["Subtype"]) as PdfName)?.Value == "Widget";

    private void FoundGone(int page, PdfObject item)
    {
        var wasWidget = (before.Resolve(before.Dictionary(item)?["Subtype"]) as PdfName)?.Value == "Widget";
        if (wasWidget)
            changes.Found(LaterChanges.Undefined, $"A field was taken from page {page}.");
        else
            changes.Found(LaterChanges.Annotation, $"A note was taken from page {page}.");
    }

    private void FoundNew(int page, Page shown, PdfObject item)
    {
        var isSignature = IsWidget(item) && item is PdfReference reference && _fieldsAfter.Contains(reference);
        if (!isSignature)
            changes.Found(LaterChanges.Annotation, $"A note was put on page {page}.");
        // A stamp covers a third of a signature's picture (NĐ 30/2020, phụ lục I); what covers a page hides its text.
        else if (AreaOf(item) > shown.CropBox.Width * shown.CropBox.Height / 4)
            changes.Found(LaterChanges.Annotation, $"A later signature covers more than a quarter of page {page}.");
        // What is not seen counts as the field that it is.
        else if (AreaOf(item) > 0)
            changes.Found(LaterChanges.Form, "");
    }

    private double AreaOf(PdfObject item)
    {
        var numbers = after.Array(after.Dictionary(item)?["Rect"])?.Items.Select(n => (after.Resolve(n) as PdfNumber)?.Value ?? 0).ToList();
        return numbers is [var a, var b, var c, var d] ? Math.Abs((c - a) * (d - b)) : 0;
    }
}
