using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DoanKet.Ui.Forms;

/// <summary>A field's name, ids, present value and error, taken from the model and from what was typed before.</summary>
internal sealed record FieldState(string Name, string Id, object? Model, string? Typed, string? Error, bool HasHelp)
{
    public string HelpId => Id + "-help";

    public string ErrorId => Id + "-error";

    public string? DescribedBy =>
        string.Join(' ', new[] { HasHelp ? HelpId : null, Error is null ? null : ErrorId }.Where(id => id is not null))
            is { Length: > 0 } ids
            ? ids
            : null;

    /// <summary>What was typed, else the model's value as text.</summary>
    public string? Text => Typed ?? Show(Model);

    public static FieldState For(ModelExpression expression, ViewContext view, string? help)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        return Named(name, view, help) with { Model = expression.Model };
    }

    /// <summary>A field by its name alone.</summary>
    public static FieldState Named(string name, ViewContext view, string? help)
    {
        var entry = view.ViewData.ModelState.TryGetValue(name, out var found) ? found : null;
        var error = entry?.Errors.Count > 0 ? string.Join(" ", entry.Errors.Select(e => e.ErrorMessage)) : null;
        return new(name, IdOf(name), null, entry?.AttemptedValue, error, help is not null);
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static string? Show(object? value) =>
        value switch
        {
            null => null,
            DateOnly day => day.ToString("dd/MM/yyyy"),
            TimeOnly time => time.ToString("HH:mm"),
            Enum choice => Convert.ToInt64(choice).ToString(),
            IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
