using DoanKet.Kernel;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Content;

/// <summary>A kept file and the name under which a person gave it.</summary>
internal sealed record UploadedFile(StoredFile File, string Name);

/// <summary>Makes contents from kept files.</summary>
internal sealed class ContentWriter(UnionDb db)
{
    /// <summary>Adds a content with the files in their order; saved with the transaction.</summary>
    public DocumentContent Create(IReadOnlyList<UploadedFile> files)
    {
        var content = new DocumentContent { Id = Ids.New() };
        foreach (var (upload, ordinal) in files.Select((f, i) => (f, i + 1)))
            content.Attachments.Add(Attach(content.Id, upload, ordinal));
        db.Add(content);
        return content;
    }

    public static Attachment Attach(Guid contentId, UploadedFile upload, int ordinal) =>
        new()
        {
            Id = Ids.New(),
            ContentId = contentId,
            Ordinal = ordinal,
            Name = NameOf(upload),
            Sha256 = upload.File.Sha256,
            MediaType = upload.File.MediaType,
            Size = upload.File.Size,
        };

    /// <summary>The last part of the name without control characters, at most 200 characters; the extension is that of the
    /// content.</summary>
    public static string NameOf(UploadedFile upload)
    {
        var (name, extension) = (upload.Name, upload.File.Extension);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        var stem = Path.GetFileNameWithoutExtension(clean);
        stem = string.IsNullOrWhiteSpace(stem) ? "van-ban" : stem;
        return (stem.Length <= 200 ? stem : stem[..200]) + extension;
    }
}
