using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>
/// Adds fields to a form and to their pages, also several in one update. Few objects are written again: even the same object written twice
/// makes some readers doubt earlier signatures.
/// </summary>
internal sealed class FormUpdate(IncrementalUpdate update)
{
    /// <summary>Printed, and neither moved nor resized by hand.</summary>
    private const int PrintAndLocked = 4 + 128;

    private PdfFile File => update.File;

    private PdfReference Root => File.Trailer["Root"] as PdfReference ?? throw new PdfFormatException("The file has no catalog");

    private PdfDictionary Catalog => Now(Root)!;

    /// <param name="fieldLock">Which other fields are locked by this signature; null for none.</param>
    public void AddSignature(string name, PdfReference signature, SignatureLook? look, PdfDictionary? fieldLock = null)
    {
        var page = FindPage(look?.Page ?? 1);
        var more = new List<(string, PdfObject)> { ("V", signature) };
        if (look is not null)
            more.Add(("AP", Appearance.Add(update, look.Place, page.Rotation, look.Image, look.Text)));
        if (fieldLock is not null)
            more.Add(("Lock", update.Add(fieldLock)));
        Add(page, "Sig", name, look?.Place, [.. more]);
    }

    /// <param name="look">Drawn where the field stands and as large as it is.</param>
    public void FillSignature(IReadOnlyList<FormField> fields, FormField field, PdfReference signature, SignatureLook? look)
    {
        if (field.Reference is not { } reference)
            throw Refuse($"The field {field.Name} stands in the form itself and cannot be signed.");
        var filled = field.Dictionary.Copy();
        filled["V"] = signature;
        if (look is not null && FieldPlaces.Of(File, fields).FirstOrDefault(found => found.Name == field.Name) is { } place)
            filled["AP"] = Appearance.Add(update, place.Place, FindPage(place.Page).Rotation, look.Image, look.Text);
        update.Replace(reference, filled);
        Mark();
    }

    public Page FindPage(int number) =>
        new PageTree(File).Pages.ElementAtOrDefault(number - 1) ?? throw Refuse($"The file has no page {number}.");

    /// <param name="place">Null for a field that is not seen.</param>
    /// <param name="more">What belongs to its kind.</param>
    public PdfReference Add(Page page, string kind, string name, PageRectangle? place, params (string, PdfObject)[] more)
    {
        var widget = new PdfDictionary(
            ("Type", new PdfName("Annot")),
            ("Subtype", new PdfName("Widget")),
            ("FT", new PdfName(kind)),
            ("T", PdfText.Encode(name)),
            ("F", new PdfNumber(PrintAndLocked)),
            ("P", page.Reference),
            ("Rect", PdfArray.OfNumbers(0, 0, 0, 0))
        );
        if (place is not null)
        {
            var box = SignaturePlace.Find(page, place);
            widget["Rect"] = PdfArray.OfNumbers(box.Left, box.Bottom, box.Right, box.Top);
        }
        foreach (var (key, value) in more)
            widget[key] = value;
        var field = update.Add(widget);
        AddToPage(page, field);
        AddToForm(field);
        return field;
    }

    /// <summary>/SigFlags 3: there are signatures, and only appending keeps them (table 225).</summary>
    private void Mark()
    {
        if (update.Resolve(Now(Catalog["AcroForm"])?["SigFlags"]) is not PdfNumber { Whole: 3 })
            Set("SigFlags", new PdfNumber(3));
    }

    /// <summary>A font for fields whose text nobody has typed yet; what the form has of fonts stays as it is.</summary>
    public void AddResources(string font)
    {
        if (Now(Catalog["AcroForm"])?.Has("DR") == true)
            return;
        var description = new PdfDictionary(
            ("Type", new PdfName("Font")),
            ("Subtype", new PdfName("Type1")),
            ("BaseFont", new PdfName("Times-Roman"))
        );
        Set("DR", new PdfDictionary(("Font", new PdfDictionary((font, update.Add(description))))));
    }

    private PdfDictionary? Now(PdfObject? value) => update.Resolve(value) as PdfDictionary;

    private void AddToPage(Page page, PdfReference field)
    {
        var present = Now(page.Reference)!;
        if (!Lengthen(present["Annots"], field, out var longer))
            return;
        var changed = present.Copy();
        changed["Annots"] = longer;
        update.Replace(page.Reference, changed);
    }

    private void AddToForm(PdfReference field)
    {
        if (Lengthen(Now(Catalog["AcroForm"])?["Fields"], field, out var longer))
            Set("Fields", longer);
        Mark();
    }

    /// <returns>False where the array is an object of its own, and is lengthened already.</returns>
    private bool Lengthen(PdfObject? array, PdfReference item, out PdfArray longer)
    {
        var present = update.Resolve(array) as PdfArray;
        longer = PdfArray.Of([.. present?.Items ?? [], item]);
        if (array is not PdfReference reference || present is null)
            return true;
        update.Replace(reference, longer);
        return false;
    }

    private void Set(string key, PdfObject value)
    {
        var catalog = Catalog;
        var form = Now(catalog["AcroForm"])?.Copy() ?? new();
        form[key] = value;
        if (catalog["AcroForm"] is PdfReference reference && update.Resolve(reference) is not (null or PdfNull))
        {
            update.Replace(reference, form);
            return;
        }
        var changed = catalog.Copy();
        changed["AcroForm"] = form;
        update.Replace(Root, changed);
    }

    private static PdfRefusedException Refuse(string why) => new(PdfRefusal.Place, why);
}
