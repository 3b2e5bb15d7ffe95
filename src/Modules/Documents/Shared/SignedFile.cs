namespace DoanKet.Modules.Documents.Shared;

/// <summary>What may stand for a signed paper: pages as they were printed, not what can still be edited.</summary>
internal static class SignedFile
{
    public const string Refusal = "Bản đã ký phải là tệp PDF hoặc ảnh (JPG, PNG); tệp Word, Excel còn sửa được nên không dùng được.";

    public static bool IsPrinted(string mediaType) =>
        mediaType is "application/pdf" or "image/png" or "image/jpeg" or "image/webp" or "image/tiff";
}
