using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Content;

namespace DoanKet.DocumentReading.Formats;

/// <summary>
/// What was entered into the form of a PDF, as words of its pages: the number and the day of a letter may be filled in after it was signed.
/// </summary>
internal sealed class FormWords
{
    private const int MaxFields = 500;

    /// <summary>Height of a field of one line, in sizes of its letters.</summary>
    private const double LineHeight = 1.2;

    private readonly ILookup<int, AcroTextField> _fields;

    private FormWords(IEnumerable<AcroTextField> fields) => _fields = fields.ToLookup(field => field.PageNumber ?? 0);

    public static FormWords Of(PdfDocument document)
    {
        try
        {
            return new(
                document.TryGetForm(out var form)
                    ? form.GetFields().OfType<AcroTextField>().Where(f => !string.IsNullOrWhiteSpace(f.Value)).Take(MaxFields)
                    : []
            );
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A broken form does not take the pages with it.
            return new([]);
        }
    }

    /// <summary>Of pages that stand as they were made: on turned ones the places would be others.</summary>
    public IEnumerable<Placed> On(Page page)
    {
        var corner = page.CropBox.Bounds.BottomLeft;
        if (page.Rotation.Value != 0 || corner.X != 0 || corner.Y != 0)
            yield break;
        foreach (var field in _fields[page.Number])
        {
            if (field.IsMultiline || field.Value is not { } text || field.Bounds is not { Height: > 0 } box)
                continue;
            var size = Math.Clamp(box.Height / LineHeight, 4, 40);
            // Half a size is about as wide as a letter; what is entered stands in the middle.
            var half = Math.Min(box.Width, text.Length * size / 2) / 2;
            var middle = (box.Left + box.Right) / 2;
            yield return new(Gathered.Clean(text.Trim()), middle - half, middle + half, box.Bottom + box.Height / 4, size);
        }
    }
}
