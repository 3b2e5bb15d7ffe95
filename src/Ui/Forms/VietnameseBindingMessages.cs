using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace DoanKet.Ui.Forms;

/// <summary>The framework's own messages in words that say what to do.</summary>
internal static class VietnameseBindingMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => VietnameseRequired.Message);
        messages.SetMissingBindRequiredValueAccessor(_ => VietnameseRequired.Message);
        messages.SetMissingKeyOrValueAccessor(() => VietnameseRequired.Message);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Chưa có dữ liệu gửi lên; hãy tải lại trang rồi làm lại.");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Wrong(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Wrong);
        messages.SetValueIsInvalidAccessor(Wrong);
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị không hợp lệ; hãy nhập lại.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không hợp lệ; hãy nhập lại.");
        messages.SetValueMustBeANumberAccessor(_ => "Hãy nhập một số.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Hãy nhập một số.");
    }

    private static string Wrong(string value) => $"“{value}” không hợp lệ; hãy nhập lại.";
}

/// <summary>Gives every required field without a message of its own a Vietnamese one.</summary>
internal sealed class VietnameseRequired : IValidationMetadataProvider
{
    public const string Message = "Hãy nhập hoặc chọn giá trị cho ô này.";

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>())
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
                rule.ErrorMessage = Message;
    }
}
