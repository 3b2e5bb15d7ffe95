namespace DoanKet.DocumentReading;

/// <summary>What a file is by its content.</summary>
/// <param name="MediaType">As in the header Content-Type.</param>
/// <param name="Extension">With the dot, lower case.</param>
/// <param name="Name">In Vietnamese, for people.</param>
public sealed record FileKind(string MediaType, string Extension, string Name)
{
    public static readonly FileKind Pdf = new("application/pdf", ".pdf", "PDF");
    public static readonly FileKind Docx = new(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        "Văn bản Word"
    );
    public static readonly FileKind Xlsx = new(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".xlsx",
        "Bảng tính Excel"
    );
    public static readonly FileKind Pptx = new(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".pptx",
        "Trình chiếu PowerPoint"
    );
    public static readonly FileKind Doc = new("application/msword", ".doc", "Văn bản Word đời cũ");
    public static readonly FileKind Xls = new("application/vnd.ms-excel", ".xls", "Bảng tính Excel đời cũ");
    public static readonly FileKind LockedOffice = new("application/x-ole-storage", ".docx", "Tệp Office có mật khẩu");
    public static readonly FileKind Png = new("image/png", ".png", "Ảnh PNG");
    public static readonly FileKind Jpeg = new("image/jpeg", ".jpg", "Ảnh JPEG");
    public static readonly FileKind Gif = new("image/gif", ".gif", "Ảnh GIF");
    public static readonly FileKind Tiff = new("image/tiff", ".tif", "Ảnh TIFF");
    public static readonly FileKind Xml = new("application/xml", ".xml", "XML");
    public static readonly FileKind Text = new("text/plain", ".txt", "Chữ thuần");
    public static readonly FileKind Zip = new("application/zip", ".zip", "Tệp nén ZIP");
    public static readonly FileKind Unknown = new("application/octet-stream", ".bin", "Không rõ loại");

    /// <summary>The name promises another kind than the content is. Names without an extension promise nothing.</summary>
    public bool Mislabelled(string fileName)
    {
        var claimed = Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".jpeg" => ".jpg",
            ".tiff" => ".tif",
            var other => other,
        };
        if (claimed is "" or "." || claimed == Extension)
            return false;
        if (this == LockedOffice)
            return claimed is not (".xlsx" or ".pptx");
        // What has no marks of its own may bear any name but one whose marks are missing.
        return this != Unknown && this != Text && this != Zip || IsMarked(claimed);
    }

    private static bool IsMarked(string extension) =>
        extension is ".pdf" or ".docx" or ".xlsx" or ".doc" or ".xls" or ".png" or ".jpg" or ".gif" or ".tif";
}
