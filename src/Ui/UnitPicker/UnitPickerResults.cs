namespace DoanKet.Ui.UnitPicker;

/// <summary>
/// Model of the fragment <c>_UnitPickerResults</c>, answered by GET <c>/don-vi/chon?q=…&amp;field=…&amp;one=…</c>.
/// </summary>
/// <param name="Field">Name of the bound <see cref="UnitPick"/>, e.g. <c>Input.Receivers</c>.</param>
/// <param name="More">More units match than are shown.</param>
/// <param name="Chosen">Units already chosen: shown, but not offered again.</param>
public sealed record UnitPickerResults(
    string Field,
    bool OnlyOne,
    string Words,
    IReadOnlyList<UnitChoice> Units,
    bool More,
    IReadOnlyCollection<Guid> Chosen
)
{
    /// <summary>How many units one search shows.</summary>
    public const int Shown = 20;

    /// <summary>Asks for one more than is shown, to know whether there is more.</summary>
    public static async Task<UnitPickerResults> FindAsync(
        IUnitChoices choices,
        string field,
        bool onlyOne,
        string? words,
        IReadOnlyCollection<Guid> chosen,
        CancellationToken ct
    )
    {
        var text = words?.Trim() ?? "";
        var found = text.Length == 0 ? [] : await choices.FindAsync(text, Shown + 1, ct);
        return new(field, onlyOne, text, [.. found.Take(Shown)], found.Count > Shown, chosen);
    }
}
