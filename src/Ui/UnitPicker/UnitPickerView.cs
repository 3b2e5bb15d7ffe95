namespace DoanKet.Ui.UnitPicker;

/// <summary>Model of the partial <c>_UnitPicker</c>.</summary>
public sealed record UnitPickerView(
    string Field,
    string Id,
    string Label,
    string? Help,
    string? Error,
    bool OnlyOne,
    IReadOnlyList<UnitChoice> Chosen,
    UnitPickerResults Results,
    string? Pasted,
    IReadOnlyList<string> Unknown
);
