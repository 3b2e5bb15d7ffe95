using DoanKet.Kernel.Files;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>What the clerk is told of a file that is not what it seems or can't be read. The file is kept in every case.</summary>
internal static class FileRemarks
{
    /// <summary>Null when the name and the content agree, or when the content is of no known kind.</summary>
    public static string? OnName(string name, StoredFile file)
    {
        var claimed = Path.GetExtension(name).ToLowerInvariant();
        if (claimed.Length == 0 || claimed == file.Extension || Alike(claimed, file.Extension))
            return null;
        return claimed is ".pdf" or ".docx" && file.Extension == ".bin"
            ? $"{name}: tên là {claimed} nhưng nội dung không phải; có thể tệp bị hỏng khi tải về. Tệp vẫn được giữ, hãy mở xem và nhập "
                + "tay."
            : $"{name}: tên là {claimed} nhưng nội dung là {file.Extension}; đã lưu theo đúng nội dung.";
    }

    private static bool Alike(string claimed, string actual) =>
        (claimed, actual) is (".jpeg", ".jpg") or (".tiff", ".tif") or (".tif", ".tiff") or (".jpg", ".jpeg")
        || actual is ".bin" or ".zip" or ".txt" && claimed is not (".pdf" or ".docx");
}
