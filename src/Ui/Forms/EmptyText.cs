using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace DoanKet.Ui.Forms;

/// <summary>A field left empty is an empty text where its property can't be null; the framework would put null there all the
/// same.</summary>
internal sealed class EmptyText : IDisplayMetadataProvider
{
    private readonly NullabilityInfoContext _nullability = new();

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.PropertyInfo is { } property && property.PropertyType == typeof(string) && IsNeverNull(property))
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }

    private bool IsNeverNull(PropertyInfo property)
    {
        // The context keeps what it has seen and is not made for several threads.
        lock (_nullability)
            return _nullability.Create(property).WriteState == NullabilityState.NotNull;
    }
}
