using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DoanKet.Ui.Forms;

/// <summary>Reads numbers as Vietnam writes them, 146.790 and 12,5; the framework's own binder knows the invariant culture alone.</summary>
internal sealed partial class NumberBinder(Type type) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var value = bindingContext.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(name, value);
        var text = value.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                bindingContext.Result = ModelBindingResult.Success(null);
            else
                bindingContext.ModelState.TryAddModelError(name, "Hãy nhập một số.");
        }
        else if (Read(text) is not { } number)
            bindingContext.ModelState.TryAddModelError(name, $"“{text}” không phải là số; hãy nhập lại.");
        else if (type == typeof(decimal))
            bindingContext.Result = ModelBindingResult.Success(number);
        else if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue)
            bindingContext.Result = ModelBindingResult.Success((int)number);
        else
            bindingContext.ModelState.TryAddModelError(name, $"“{text}” phải là số nguyên, không quá lớn; hãy nhập lại.");
        return Task.CompletedTask;
    }

    /// <summary>Points between groups of three digits part thousands; any other single point stands for the comma.</summary>
    private static decimal? Read(string text)
    {
        var plain = text.Trim().Replace(" ", "", StringComparison.Ordinal);
        if (Grouped().IsMatch(plain))
            plain = plain.Replace(".", "", StringComparison.Ordinal);
        plain = plain.Replace(',', '.');
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(plain, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+(,\d+)?$")]
    private static partial Regex Grouped();
}

internal sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType is var type && (type == typeof(decimal) || type == typeof(int))
            ? new NumberBinder(type)
            : null;
}
