using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>
/// Puts a signature into a field of the file, or a new field on a page. Few objects are written again: even the same object written twice
/// makes some readers doubt earlier signatures.
/// </summary>
internal sealed class FieldUpdate(IncrementalUpdate update)
{
    /// <summary>Printed, and neither moved nor resized by hand.</summary>
    private const int PrintAndLocked = 4 + 128;

    private PdfFile File => update.File;

    public void Fill(FormField field, PdfReference signature, SignatureLook? look)
    {
        var reference = field.Reference ?? throw Refuse($"The field {field.Name} stands in the form itself and cannot be signed.");
        var filled = field.Dictionary.Copy();
        filled["V"] = signature;
        if (look is not null && HasPlace(field.Dictionary))
        {
            var page = PageOf(reference, field.Dictionary);
            filled["AP"] = new PdfDictionary(
                ("N", SignaturePlace.AddAppearance(update, look with { Place = SizeOf(field, page) }, page.Rotation))
            );
        }
        update.Replace(reference, filled);
        MarkForm();
    }

    public void AddNew(string name, PdfReference signature, SignatureLook? look)
    {
        var page = FindPage(look?.Page ?? 1);
        var widget = new PdfDictionary(
            ("Type", new PdfName("Annot")),
            ("Subtype", new PdfName("Widget")),
            ("FT", new PdfName("Sig")),
            ("T", PdfText.Encode(name)),
            ("F", new PdfNumber(PrintAndLocked)),
            ("P", page.Reference),
            ("Rect", PdfArray.OfNumbers(0, 0, 0, 0)),
            ("V", signature)
        );
        if (look is not null)
        {
            var box = SignaturePlace.Find(page, look.Place);
            widget["Rect"] = PdfArray.OfNumbers(box.Left, box.Bottom, box.Right, box.Top);
            widget["AP"] = new PdfDictionary(("N", SignaturePlace.AddAppearance(update, look, page.Rotation)));
        }
        var field = update.Add(widget);
        AddToPage(page, field);
        AddToForm(field);
    }

    private Page FindPage(int number) =>
        new PageTree(File).Pages.ElementAtOrDefault(number - 1) ?? throw Refuse($"The file has no page {number}.");

    private bool HasPlace(PdfDictionary field) => File.Array(field["Rect"]) is { Items.Count: 4 };

    private Page PageOf(PdfReference field, PdfDictionary dictionary) =>
        new PageTree(File).Pages.FirstOrDefault(page =>
            page.Reference.Equals(dictionary["P"]) || File.Array(page.Dictionary["Annots"])?.Items.Contains(field) == true
        ) ?? throw Refuse("The field stands on no page.");

    /// <summary>As large as the field is, seen upright.</summary>
    private PageRectangle SizeOf(FormField field, Page page)
    {
        var numbers = File.Array(field.Dictionary["Rect"])!.Items.Select(item => (File.Resolve(item) as PdfNumber)?.Value ?? 0).ToList();
        var (width, height) = (Math.Abs(numbers[2] - numbers[0]), Math.Abs(numbers[3] - numbers[1]));
        return page.Rotation is 90 or 270 ? new(0, 0, height, width) : new(0, 0, width, height);
    }

    private void AddToPage(Page page, PdfReference field)
    {
        var annotations = page.Dictionary["Annots"];
        var longer = PdfArray.Of([.. File.Array(annotations)?.Items ?? [], field]);
        if (annotations is PdfReference reference && File.Resolve(reference) is PdfArray)
        {
            update.Replace(reference, longer);
            return;
        }
        var changed = page.Dictionary.Copy();
        changed["Annots"] = longer;
        update.Replace(page.Reference, changed);
    }

    private void AddToForm(PdfReference field)
    {
        var catalog = File.Catalog;
        if (File.Dictionary(catalog["AcroForm"]) is not { } form)
        {
            ReplaceForm(new(("Fields", PdfArray.Of(field)), ("SigFlags", new PdfNumber(3))));
            return;
        }
        var longer = PdfArray.Of([.. File.Array(form["Fields"])?.Items ?? [], field]);
        if (form["Fields"] is PdfReference fields && File.Resolve(fields) is PdfArray)
        {
            update.Replace(fields, longer);
            MarkForm();
            return;
        }
        var changed = form.Copy();
        changed["Fields"] = longer;
        changed["SigFlags"] = new PdfNumber(3);
        ReplaceForm(changed);
    }

    /// <summary>/SigFlags 3: there are signatures, and only appending keeps them (table 225).</summary>
    private void MarkForm()
    {
        var form = File.Dictionary(File.Catalog["AcroForm"])!;
        if (File.Resolve(form["SigFlags"]) is PdfNumber { Whole: 3 })
            return;
        var changed = form.Copy();
        changed["SigFlags"] = new PdfNumber(3);
        ReplaceForm(changed);
    }

    private void ReplaceForm(PdfDictionary form)
    {
        var catalog = File.Catalog;
        if (catalog["AcroForm"] is PdfReference reference && File.Resolve(reference) is not null)
        {
            update.Replace(reference, form);
            return;
        }
        var root = File.Trailer["Root"] as PdfReference ?? throw new PdfFormatException("The file has no catalog");
        var changed = ((PdfDictionary)update.Resolve(root)!).Copy();
        changed["AcroForm"] = form;
        update.Replace(root, changed);
    }

    private static PdfRefusedException Refuse(string why) => new(PdfRefusal.Place, why);
}
