using DoanKet.Kernel;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DoanKet.Ui.Forms;

/// <summary>Reads days as dd/mm/yyyy; the framework's own binder reads the invariant culture's month first.</summary>
internal sealed class DayBinder : IModelBinder
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
                bindingContext.ModelState.TryAddModelError(name, "Hãy nhập ngày, ví dụ 05/03/2026.");
        }
        else if (DayText.TryRead(text, out var day))
            bindingContext.Result = ModelBindingResult.Success(day);
        else
            bindingContext.ModelState.TryAddModelError(name, $"“{text}” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 05/03/2026.");
        return Task.CompletedTask;
    }
}

internal sealed class DayBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DayBinder() : null;
}
