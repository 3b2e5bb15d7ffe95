using DoanKet.Ui.Forms;
using DoanKet.Ui.Shell;
using DoanKet.Ui.UnitPicker;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DoanKet.Ui;

/// <summary>Adds what the design system needs of the program.</summary>
public static class UiServices
{
    /// <summary>A document can go to every unit of a federation, each a value of the form; the framework stops at 1,024.</summary>
    private const int ManyUnits = 20_000;

    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.TryAddScoped<IShell, EmptyShell>();
        services.TryAddScoped<ISavedFilters, NoSavedFilters>();
        services.TryAddScoped<IUnitChoices, NoUnits>();
        services.Configure<FormOptions>(options => options.ValueCountLimit = ManyUnits);
        services.Configure<MvcOptions>(options =>
        {
            options.MaxModelBindingCollectionSize = ManyUnits;
            options.ModelBinderProviders.Insert(0, new DayBinderProvider());
            options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new VietnameseRequired());
            // The handlers say what is missing, all of it at once and each in its own words.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelMetadataDetailsProviders.Add(new EmptyText());
            VietnameseBindingMessages.Set(options.ModelBindingMessageProvider);
        });
        return services.AddPublicPages();
    }
}
