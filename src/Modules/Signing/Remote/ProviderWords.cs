using DoanKet.Modules.Signing.Providers;
using DoanKet.Pades;

namespace DoanKet.Modules.Signing.Remote;

/// <summary>What a provider did not do, in Vietnamese.</summary>
internal static class ProviderWords
{
    public const string Gone = "Nhà cung cấp này không còn trong cấu hình của phần mềm; hãy báo người quản trị.",
        NoKey = "Nhà cung cấp không còn chứng thư này, hoặc chứng thư đang bị khóa; hãy liên hệ nhà cung cấp.";

    public static string Explain(PdfRefusedException failure, SigningProvider provider) =>
        failure.Reason == PdfRefusal.Unreachable
            ? $"{provider.Name} không trả lời; hãy thử lại sau ít phút. ({failure.Message})"
            : $"{provider.Name} từ chối. ({failure.Message})";
}
