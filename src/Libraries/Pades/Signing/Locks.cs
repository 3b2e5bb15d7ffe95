using DoanKet.Pades.Objects;
using DoanKet.Pades.Reading;

namespace DoanKet.Pades;

/// <summary>What the signatures of a file still allow (ISO 32000-2, 12.8.2.2 and 12.8.2.4).</summary>
internal sealed class Locks
{
    private readonly List<FieldLock> _fields = [];

    private Locks() { }

    /// <summary>
    /// What a certification or a lock leaves: 1 nothing, 2 filling of forms and signing, 3 annotations, too. 3 where nobody says.
    /// </summary>
    public int Allowed { get; private set; } = 3;

    public bool IsLocked(string field) => _fields.Exists(fieldLock => fieldLock.Holds(field));

    /// <param name="signatures">Signed fields.</param>
    public static Locks Of(PdfFile file, IEnumerable<FormField> signatures)
    {
        var locks = new Locks();
        foreach (var field in signatures)
        {
            if (file.Dictionary(field.Value) is not { } signature)
                continue;
            foreach (var item in file.Array(signature["Reference"])?.Items ?? [])
                locks.AddReference(file, file.Dictionary(item));
            if (file.Dictionary(field.Dictionary["Lock"]) is { } fieldLock)
                locks.Add(file, fieldLock);
        }
        return locks;
    }

    private void AddReference(PdfFile file, PdfDictionary? reference)
    {
        var parameters = file.Dictionary(reference?["TransformParams"]) ?? new();
        switch ((file.Resolve(reference?["TransformMethod"]) as PdfName)?.Value)
        {
            case "DocMDP":
                Restrict((file.Resolve(parameters["P"]) as PdfNumber)?.Whole ?? 2);
                break;
            case "FieldMDP":
                Add(file, parameters);
                break;
        }
    }

    private void Add(PdfFile file, PdfDictionary parameters)
    {
        var names = file.Array(parameters["Fields"])?.Items.Select(item => file.Resolve(item)).OfType<PdfString>().Select(PdfText.Decode);
        _fields.Add(new((file.Resolve(parameters["Action"]) as PdfName)?.Value ?? "All", [.. names ?? []]));
        if (file.Resolve(parameters["P"]) is PdfNumber { Whole: { } allowed })
            Restrict(allowed);
    }

    private void Restrict(long allowed) => Allowed = (int)Math.Min(Allowed, allowed is >= 1 and <= 3 ? allowed : 1);

    private sealed record FieldLock(string Action, IReadOnlyList<string> Names)
    {
        public bool Holds(string field)
        {
            // A name stands for the fields below it, too.
            var isNamed = Names.Any(name => field == name || field.StartsWith(name + ".", StringComparison.Ordinal));
            return Action switch
            {
                "Include" => isNamed,
                "Exclude" => !isNamed,
                _ => true,
            };
        }
    }
}
