using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;
using DoanKet.Pades.Writing;

namespace DoanKet.Pades;

/// <summary>
/// Fields for text that is known only after somebody signed, as the number and the day of a letter: they are laid out with the first
/// signature, and filling them in is a change that it allows.
/// </summary>
internal sealed class TextFields(IncrementalUpdate update, FormUpdate form)
{
    /// <summary>Nobody types into it (table 227).</summary>
    private const int ReadOnly = 1;

    private const string UsualFont = "TiRo";

    /// <param name="taken">Names that a new field can't have.</param>
    public void LayOut(IEnumerable<string> taken, IReadOnlyList<EmptyTextField> wanted)
    {
        var names = taken.ToHashSet();
        foreach (var field in wanted)
        {
            if (!names.Add(field.Name))
                throw Refuse($"There is a field {field.Name} already.");
            var page = form.FindPage(field.Page);
            form.Add(
                page,
                "Tx",
                field.Name,
                field.Place,
                ("Ff", new PdfNumber(ReadOnly)),
                ("DA", PdfText.Encode($"/{UsualFont} 12 Tf 0 g")),
                ("AP", Appearance.Add(update, field.Place, page.Rotation))
            );
        }
        if (wanted.Count > 0)
            form.AddResources(UsualFont);
    }

    public void Fill(IReadOnlyList<FormField> known, IReadOnlyDictionary<string, SignatureText> texts)
    {
        if (texts.Count == 0)
            return;
        var places = FieldPlaces.Of(update.File, known);
        foreach (var (name, text) in texts)
        {
            var field = known.FirstOrDefault(field => field.Name == name && !field.IsGroup);
            if (field?.Reference is not { } reference || field.Kind != "Tx" || places.FirstOrDefault(p => p.Name == name) is not { } place)
                throw Refuse($"There is no field for text {name}.");
            var filled = field.Dictionary.Copy();
            filled["V"] = PdfText.Encode(string.Join('\n', text.Lines));
            filled["AP"] = Appearance.Add(update, place.Place, form.FindPage(place.Page).Rotation, text: text);
            update.Replace(reference, filled);
        }
    }

    /// <summary>What a signature fills in, it locks (table 236).</summary>
    /// <returns>Null where it fills in nothing.</returns>
    public static PdfDictionary? LockOf(IReadOnlyDictionary<string, SignatureText> texts) =>
        texts.Count == 0
            ? null
            : new(
                ("Type", new PdfName("SigFieldLock")),
                ("Action", new PdfName("Include")),
                ("Fields", PdfArray.Of([.. texts.Keys.Order(StringComparer.Ordinal).Select(PdfText.Encode)]))
            );

    private static PdfRefusedException Refuse(string why) => new(PdfRefusal.Place, why);
}
