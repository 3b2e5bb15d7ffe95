using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DoanKet.Ui.UnitPicker;

/// <summary>
/// What a unit picker sends: bind it as a property of the page's input. The page's handler begins with
/// <c>if (Input.Receivers.IsChoosing(ModelState)) return Page();</c>, so that choosing works without JavaScript.
/// </summary>
public sealed class UnitPick
{
    /// <summary>The chosen units; one at most when the picker takes only one.</summary>
    public List<Guid> Ids { get; set; } = [];

    /// <summary>Words looked for.</summary>
    public string? Find { get; set; }

    /// <summary>Names or codes, one on each line.</summary>
    public string? Pasted { get; set; }

    /// <summary>Set when a button of the picker was pressed and not the form's own.</summary>
    public string? Step { get; set; }

    /// <summary>True when the person is still choosing: show the form again and complain about nothing yet.</summary>
    public bool IsChoosing(ModelStateDictionary state)
    {
        if (Step is null)
            return false;
        foreach (var entry in state.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
        return true;
    }
}
