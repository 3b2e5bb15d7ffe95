namespace DoanKet.Pades.Objects;

/// <summary>Names and values, in the order of the file.</summary>
internal sealed record PdfDictionary : PdfObject
{
    private readonly Dictionary<string, PdfObject> _entries = [];

    public PdfDictionary(params ReadOnlySpan<(string Key, PdfObject Value)> entries)
    {
        foreach (var (key, value) in entries)
            _entries[key] = value;
    }

    public IReadOnlyDictionary<string, PdfObject> Entries => _entries;

    /// <summary>Null takes the entry out, as ISO 32000-2, 7.3.7 has it.</summary>
    public PdfObject? this[string key]
    {
        get => _entries.GetValueOrDefault(key);
        set
        {
            if (value is null or PdfNull)
                _entries.Remove(key);
            else
                _entries[key] = value;
        }
    }

    public bool Has(string key) => _entries.ContainsKey(key);

    public string? Name(string key) => (this[key] as PdfName)?.Value;

    public PdfDictionary Copy()
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in _entries)
            copy._entries[key] = value;
        return copy;
    }
}
