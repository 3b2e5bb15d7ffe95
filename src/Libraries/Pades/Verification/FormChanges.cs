using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>Compares the forms of two revisions: what was signed stays, empty fields may be filled, new signatures may come.</summary>
internal sealed class FormChanges(PdfFile before, PdfFile after, Sameness same, RevisionChanges changes)
{
    /// <summary>What filling a field changes.</summary>
    private static readonly HashSet<string> OfFilling = ["V", "AP", "AS", "I", "RV", "M"];

    /// <summary>Where and how a field is shown.</summary>
    private static readonly HashSet<string> OfPlace = ["Rect", "F", "MK", "BS", "Border", "C", "DA", "Q"];

    /// <summary>What other comparisons look at: the page and the fields beside this one.</summary>
    private static readonly HashSet<string> OfOthers = ["P", "Parent", "Kids"];

    public void Compare()
    {
        CompareEntries();
        var old = new FormFields(before).Read();
        var now = new FormFields(after).Read();
        var byReference = now.Where(field => field.Reference is not null).ToDictionary(field => field.Reference!);
        foreach (var field in old)
        {
            if (field.Reference is null)
                CompareDirect(field, now);
            else if (byReference.Remove(field.Reference, out var same))
                CompareField(field, same);
            else
                changes.Found(LaterChanges.Undefined, $"The field {field.Name} was taken away.");
        }
        foreach (var field in byReference.Values)
            FoundNew(field);
    }

    private void CompareEntries()
    {
        var left = before.Dictionary(before.Catalog["AcroForm"]) ?? new();
        var right = after.Dictionary(after.Catalog["AcroForm"]) ?? new();
        foreach (var key in left.Entries.Keys.Union(right.Entries.Keys).Where(key => key != "Fields"))
        {
            if (same.Same(left[key], right[key]))
                continue;
            // Fonts that a new field brings are added where there were none; those that are there may draw what is signed.
            var kind = key switch
            {
                "SigFlags" => LaterChanges.Extension,
                "DR" or "DA" when !left.Has(key) => LaterChanges.Form,
                _ => LaterChanges.Undefined,
            };
            changes.Found(kind, $"/{key} of the form was changed.");
        }
    }

    private void CompareDirect(FormField field, IReadOnlyList<FormField> now)
    {
        var found = now.FirstOrDefault(other => other.Reference is null && other.Name == field.Name);
        if (found is null || !same.Same(field.Dictionary, found.Dictionary))
            changes.Found(LaterChanges.Undefined, $"The field {field.Name} was changed.");
    }

    private void CompareField(FormField left, FormField right)
    {
        if (left.Name != right.Name || left.Kind != right.Kind || left.IsGroup != right.IsGroup)
            changes.Found(LaterChanges.Undefined, $"The field {left.Name} became another.");
        var keys = left.Dictionary.Entries.Keys.Union(right.Dictionary.Entries.Keys).Where(key => !OfOthers.Contains(key));
        foreach (var key in keys)
            if (!same.Same(left.Dictionary[key], right.Dictionary[key]))
                FoundChanged(left, right, key);
        if (!left.IsGroup)
            ComparePlaces(left, right);
    }

    private void FoundChanged(FormField left, FormField right, string key)
    {
        var wasSigned = left.IsSignature && before.Resolve(left.Value) is not null;
        if (wasSigned)
            changes.Found(LaterChanges.Undefined, $"The signature in the field {left.Name} was changed.");
        else if (OfFilling.Contains(key))
            FoundFilled(right);
        else
            changes.Found(
                OfPlace.Contains(key) ? LaterChanges.Annotation : LaterChanges.Undefined,
                $"/{key} of the field {left.Name} was changed."
            );
    }

    private void FoundFilled(FormField field)
    {
        if (!changes.Fields.Contains(field.Name))
        {
            changes.Fields.Add(field.Name);
            if (!field.IsSignature)
                changes.Notes.Add($"The field {field.Name} was filled in.");
        }
        changes.Found(IsTimeStamp(field) ? LaterChanges.Extension : LaterChanges.Form, "");
    }

    /// <summary>The places of a field on several pages.</summary>
    private void ComparePlaces(FormField left, FormField right)
    {
        var old = before.Array(left.Dictionary["Kids"])?.Items ?? [];
        var now = after.Array(right.Dictionary["Kids"])?.Items ?? [];
        if (!old.SequenceEqual(now))
        {
            changes.Found(LaterChanges.Undefined, $"The field {left.Name} has other places.");
            return;
        }
        foreach (var kid in old)
        {
            var (a, b) = (before.Dictionary(kid) ?? new(), after.Dictionary(kid) ?? new());
            foreach (var key in a.Entries.Keys.Union(b.Entries.Keys).Where(key => !OfOthers.Contains(key)))
                if (!same.Same(a[key], b[key]))
                    FoundChanged(left, right, key);
        }
    }

    private void FoundNew(FormField field)
    {
        if (!field.IsSignature && !field.IsGroup)
            changes.Found(LaterChanges.Annotation, $"The field {field.Name} was added.");
        else if (field.IsSignature)
            FoundFilled(field);
    }

    private bool IsTimeStamp(FormField field) =>
        after.Resolve(after.Dictionary(field.Value)?["SubFilter"]) is PdfName { Value: "ETSI.RFC3161" };
}
