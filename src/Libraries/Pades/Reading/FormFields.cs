using DoanKet.Pades.Objects;

namespace DoanKet.Pades.Reading;

/// <summary>A field of the form (ISO 32000-2, 12.7.4) with what it inherits.</summary>
/// <param name="Name">Full, with dots.</param>
/// <param name="Reference">Null where it stands in the array itself.</param>
/// <param name="IsGroup">Has fields below it and no value of its own.</param>
internal sealed record FormField(
    string Name,
    PdfReference? Reference,
    PdfDictionary Dictionary,
    string? Kind,
    PdfObject? Value,
    bool IsGroup
)
{
    public bool IsSignature => Kind == "Sig" && !IsGroup;
}

/// <summary>The fields of a form, each once, those above before those below.</summary>
internal sealed class FormFields(PdfFile file)
{
    private const int MostDepth = 32;
    private readonly HashSet<int> _known = [];

    public IReadOnlyList<FormField> Read()
    {
        var fields = new List<FormField>();
        var form = file.Dictionary(file.Catalog["AcroForm"]);
        foreach (var item in file.Array(form?["Fields"])?.Items ?? [])
            Walk(item, "", null, null, 0, fields);
        return fields;
    }

    private void Walk(PdfObject item, string parent, string? kind, PdfObject? value, int depth, List<FormField> fields)
    {
        var reference = item as PdfReference;
        if (file.Resolve(item) is not PdfDictionary field)
            return;
        if (depth > MostDepth || (reference is not null && !_known.Add(reference.Number)))
            throw new PdfFormatException("The fields of the form run in a circle");
        var part = file.Resolve(field["T"]) is PdfString text ? PdfText.Decode(text) : "";
        var name = parent.Length > 0 && part.Length > 0 ? $"{parent}.{part}" : parent + part;
        kind = (file.Resolve(field["FT"]) as PdfName)?.Value ?? kind;
        value = field["V"] ?? value;
        var kids = file.Array(field["Kids"])?.Items ?? [];
        // Kids without a name are the places of one field on several pages, not fields.
        var named = kids.Where(kid => file.Dictionary(kid)?.Has("T") == true).ToList();
        fields.Add(new(name, reference, field, kind, value, named.Count > 0));
        foreach (var kid in named)
            Walk(kid, name, kind, value, depth + 1, fields);
    }
}
