using System.Text.Json;
using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Files;
using DoanKet.Kernel.Numbering;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Copying;

/// <summary>
/// Makes an electronic copy of a paper: the scan, or an extract that was set anew, gets the unit's signature with form, unit and time at
/// the top right of its first page (Nghị định 30/2020/NĐ-CP, điều 25 to 27; phụ lục I, phần II, I.3).
/// </summary>
internal sealed class MakeCopy(
    UnionDb db,
    Work work,
    FindCopySource find,
    IDocumentSealer sealer,
    ContentWriter contents,
    Numbers numbers,
    UserContext user,
    AuditTrail audit,
    History history,
    TimeProvider time
)
{
    private const string NotFound = "Không tìm thấy văn bản này, hoặc anh/chị không được sao văn bản của đơn vị này.";

    /// <param name="Ordinal">Which file of the source; for an extract nothing of it is taken.</param>
    /// <param name="Extract">The part that was set anew; for an extract only.</param>
    internal sealed record Input(
        Guid? IncomingId,
        Guid? OutgoingId,
        int Ordinal,
        CopyForm Form,
        UploadedFile? Extract,
        string Purpose,
        string? Secret
    );

    /// <summary>What has to be known of a copy once it is signed.</summary>
    private sealed record CopyToMake(Guid? IncomingId, Guid? OutgoingId, CopyForm Form, string Purpose);

    /// <param name="Copy">Null where the unit's key is elsewhere.</param>
    /// <param name="Address">Where the key is asked for.</param>
    internal sealed record Outcome(Guid? Copy, string? Address);

    public async Task<Result<Outcome>> HandleAsync(Input input, CancellationToken ct)
    {
        if (await find.HandleAsync(input.IncomingId, input.OutgoingId, ct) is not { } source)
            return Result<Outcome>.Refuse(NotFound);
        var file = await db
            .Attachments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.ContentId == source.ContentId && a.Ordinal == input.Ordinal, ct);
        var isExtract = input.Form == CopyForm.Extract;
        var (sha256, name, type) = isExtract
            ? (input.Extract?.File.Sha256, input.Extract?.Name, input.Extract?.File.MediaType)
            : (file?.Sha256, file?.Name, file?.MediaType);
        var check = new Check()
            .That(
                sha256 is not null,
                isExtract ? "Extract" : "Ordinal",
                isExtract ? "Hãy đính kèm bản trích (PDF)." : "Hãy chọn tệp cần sao."
            )
            .That(
                sha256 is null || type == "application/pdf",
                isExtract ? "Extract" : "Ordinal",
                "Bản sao điện tử phải là tệp PDF (quét màu, 200 dpi trở lên)."
            )
            .AtMost(input.Purpose, DocumentCopy.MaxPurpose, "Purpose", "Nơi nhận, mục đích");
        if (!check.Ok)
            return Result<Outcome>.Fail(check.Problems);
        var wanted = new CopyToMake(source.IncomingId, source.OutgoingId, input.Form, input.Purpose);
        var made = await sealer.SignCopyAsync(
            new(
                source.Unit.Id,
                new(source.DocumentId, 0, $"{input.Form.Name()}: {source.Name}", DocumentCopy.Book, sha256!, name!, "")
                {
                    Payload = JsonSerializer.Serialize(wanted),
                },
                input.Form.Name().ToUpperInvariant(),
                source.Unit.Name
            ),
            input.Secret,
            ct
        );
        if (!made.Ok)
            return Result<Outcome>.Fail(made.Problems);
        if (made.Value.Made is not [var signedNow])
            return new Outcome(null, made.Value.Address);
        var copy = await RecordAsync(wanted, source, signedNow, ct);
        return copy.Ok ? new Outcome(copy.Value, null) : Result<Outcome>.Fail(copy.Problems);
    }

    /// <summary>What a key somewhere else has signed.</summary>
    public async Task<Result> RecordAsync(string payload, SigningOutcome made, CancellationToken ct)
    {
        var wanted = JsonSerializer.Deserialize<CopyToMake>(payload)!;
        return await find.HandleAsync(wanted.IncomingId, wanted.OutgoingId, ct) is { } source
            ? await RecordAsync(wanted, source, made, ct)
            : Result.Refuse(NotFound);
    }

    /// <summary>The number is taken with the record, so that the book has no gap.</summary>
    private Task<Result<Guid>> RecordAsync(CopyToMake input, CopySource source, SigningOutcome made, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var file = await db.Set<StoredFile>().FirstAsync(f => f.Sha256 == made.SignedSha256, ct);
                var year = time.Today().Year;
                var copy = new DocumentCopy
                {
                    Id = Ids.New(),
                    UnitId = source.Unit.Id,
                    Year = year,
                    Number = await numbers.TakeAsync($"copy:{source.Unit.Id:N}:{year}", ct),
                    NumberText = "",
                    Form = input.Form,
                    IncomingId = source.IncomingId,
                    OutgoingId = source.OutgoingId,
                    Source = source.Name,
                    Purpose = input.Purpose.Trim(),
                    MadeAt = made.At,
                    AccountId = user.Required.AccountId,
                    ContentId = contents.Create([new(file, made.SignedFileName)]).Id,
                };
                copy.NumberText = DocumentNumber.Format(copy.Number, $"{input.Form.Abbreviation()}-{source.Unit.Symbol}");
                db.Add(copy);
                var text = $"{input.Form.Name()} điện tử số {copy.NumberText}";
                history.Add(source.DocumentId, EventKind.Copied, text);
                audit.Record("documents.copy.made", copy.Id, $"{text}: {source.Name}; tệp {made.SignedSha256}");
                return Result.Of(copy.Id);
            },
            ct
        );
}
