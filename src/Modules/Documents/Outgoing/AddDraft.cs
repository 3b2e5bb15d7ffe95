using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>Puts an upload behind the versions that are there and lets the document show it. Runs inside the caller's
/// transaction.</summary>
internal sealed class AddDraft(UnionDb db, ShowFiles show, UserContext user, TimeProvider time)
{
    /// <param name="document">With its co-signers.</param>
    public async Task<Result<DraftVersion>> HandleAsync(OutgoingDocument document, DraftUpload upload, string note, CancellationToken ct)
    {
        var last = await LastAsync(document, ct);
        var (text, annexes) = (upload.Text ?? await TextOfAsync(last, ct), await AnnexesAsync(last, upload, ct));
        var check = Look(last, upload, text, annexes);
        if (!check.Ok)
            return Result<DraftVersion>.Fail(check.Problems);
        await show.HandleAsync(document, [text!, .. annexes], ct);
        // What was signed was the version before.
        foreach (var signer in document.CoSigners)
            (signer.SignedAt, signer.SignedInFile) = (null, false);
        var version = new DraftVersion
        {
            Id = Ids.New(),
            OutgoingId = document.Id,
            Number = (last?.Number ?? 0) + 1,
            FileName = ContentWriter.NameOf(text!),
            Sha256 = text!.File.Sha256,
            MediaType = text.File.MediaType,
            Size = text.File.Size,
            At = time.UtcDateTime(),
            AccountId = user.Required.AccountId,
            Note = note.Trim(),
        };
        version.Annexes.AddRange(
            annexes.Select(
                (annex, i) =>
                    new DraftAnnex
                    {
                        Id = Ids.New(),
                        VersionId = version.Id,
                        Ordinal = i + 1,
                        FileName = ContentWriter.NameOf(annex),
                        Sha256 = annex.File.Sha256,
                        MediaType = annex.File.MediaType,
                    }
            )
        );
        db.Add(version);
        return version;
    }

    /// <summary>The latest version is shown again as it was before anybody signed it: it goes back, and will be signed anew.</summary>
    /// <param name="document">With its co-signers.</param>
    public async Task TakeSignaturesBackAsync(OutgoingDocument document, CancellationToken ct)
    {
        if (
            await LastAsync(document, ct) is not { } last
            || await db.Attachments.AnyAsync(a => a.ContentId == document.ContentId && a.Sha256 == last.Sha256, ct)
        )
            return;
        await show.HandleAsync(document, [(await TextOfAsync(last, ct))!, .. await AnnexesOfAsync(last.Annexes, ct)], ct);
        foreach (var signer in document.CoSigners.Where(s => s.SignedInFile))
            (signer.SignedAt, signer.SignedInFile) = (null, false);
    }

    private static Check Look(DraftVersion? last, DraftUpload upload, UploadedFile? text, IReadOnlyList<UploadedFile> annexes)
    {
        List<string> hashes = [.. text is null ? [] : new[] { text.File.Sha256 }, .. annexes.Select(a => a.File.Sha256)];
        List<string> before = last is null ? [] : [last.Sha256, .. last.Annexes.OrderBy(a => a.Ordinal).Select(a => a.Sha256)];
        return new Check()
            .That(text is not null, "File", "Hãy chọn tệp dự thảo.")
            .That(
                annexes.Count == upload.Annexes.Count + upload.KeptAnnexes.Count,
                "",
                "Dự thảo vừa có phiên bản mới hơn bản anh/chị đang xem. Hãy tải lại trang rồi gửi lại."
            )
            .That(annexes.Count <= DraftAnnex.Most, "Annexes", $"Một văn bản kèm nhiều nhất {DraftAnnex.Most} tệp phụ lục.")
            .That(hashes.Distinct().Count() == hashes.Count, "Annexes", "Có hai tệp giống hệt nhau; hãy bỏ bớt một tệp.")
            .That(text is null || !hashes.SequenceEqual(before), "File", "Các tệp giống hệt phiên bản mới nhất; chưa có gì thay đổi.");
    }

    private Task<DraftVersion?> LastAsync(OutgoingDocument document, CancellationToken ct) =>
        db
            .Drafts.AsNoTracking()
            .Include(v => v.Annexes)
            .Where(v => v.OutgoingId == document.Id)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(ct);

    private async Task<UploadedFile?> TextOfAsync(DraftVersion? version, CancellationToken ct) =>
        version is null ? null : new(await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == version.Sha256, ct), version.FileName);

    /// <summary>Those that stay, then the new ones.</summary>
    private async Task<IReadOnlyList<UploadedFile>> AnnexesAsync(DraftVersion? last, DraftUpload upload, CancellationToken ct) =>
        [.. await AnnexesOfAsync(last?.Annexes.Where(a => upload.KeptAnnexes.Contains(a.Id)) ?? [], ct), .. upload.Annexes];

    private async Task<IReadOnlyList<UploadedFile>> AnnexesOfAsync(IEnumerable<DraftAnnex> annexes, CancellationToken ct)
    {
        var rows = annexes.OrderBy(a => a.Ordinal).ToList();
        var hashes = rows.Select(a => a.Sha256).ToList();
        var files = await db.Set<StoredFile>().Where(f => hashes.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, ct);
        return [.. rows.Select(a => new UploadedFile(files[a.Sha256], a.FileName))];
    }
}
