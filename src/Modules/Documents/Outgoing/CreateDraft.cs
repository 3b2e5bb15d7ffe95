using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A new draft of the unit for which the person acts, to be issued by that unit's office (điều 10).</summary>
internal sealed class CreateDraft(
    UnionDb db,
    Work work,
    UserContext user,
    Signers signers,
    DocumentKinds kinds,
    ContentWriter contents,
    IndexContent index,
    AddDraft drafts,
    History history,
    TimeProvider time
)
{
    internal sealed record Input(DraftFields Fields, UploadedFile? File, string FileNote, Guid? AnswersId, Amends? Amends = null)
    {
        /// <summary>Files beside the text.</summary>
        public IReadOnlyList<UploadedFile> Annexes { get; init; } = [];
    }

    /// <summary>Which issued document the new one replaces or corrects.</summary>
    internal sealed record Amends(Guid Id, Amendment Amendment);

    public Task<Result<Guid>> HandleAsync(Input input, CancellationToken ct) =>
        work.RunAsync(
            async () =>
            {
                var person = user.Required;
                if (person.Unit is not { } acting || !person.Can(Permissions.Draft, acting.Id, acting.Path))
                    return Result<Guid>.Refuse("Anh/chị không có quyền soạn thảo văn bản đi của đơn vị này.");
                var office = await db.Units.OfficeOfAsync(acting.Id, ct);
                var (check, named) = await input.Fields.CheckAsync(signers, kinds, office.Id, acting.Id, time.Today(), ct);
                var answers = input.AnswersId is { } answered ? await db.AnswerableAsync(person, office.Id, answered, ct) : null;
                check.That(
                    input.AnswersId is null || answers is not null,
                    "",
                    "Không tìm thấy văn bản đến cần trả lời trong đơn vị của anh/chị."
                );
                var amended = input.Amends is { } amends ? await db.AmendableAsync(person, office.Id, amends.Id, ct) : null;
                check.That(
                    input.Amends is null || amended is not null,
                    "",
                    "Không tìm thấy văn bản đã phát hành cần thay thế hoặc đính chính trong đơn vị của anh/chị."
                );
                check.That(input.File is not null || input.Annexes.Count == 0, "File", "Phụ lục đi kèm tệp dự thảo; hãy chọn tệp dự thảo.");
                if (!check.Ok)
                    return Result<Guid>.Fail(check.Problems);

                var content = contents.Create([]);
                var document = new OutgoingDocument
                {
                    Id = Ids.New(),
                    UnitId = office.Id,
                    Unit = office,
                    DraftingUnitId = acting.Id,
                    DrafterId = person.AccountId,
                    CreatedAt = time.UtcDateTime(),
                    AnswersId = answers?.Id,
                    AmendsId = amended?.Id,
                    Amendment = amended is null ? null : input.Amends!.Amendment,
                    ContentId = content.Id,
                    Content = content,
                };
                document.Take(input.Fields, named!);
                db.Add(document);
                // The versions refer to the document, and the first one replaces the empty content.
                await db.SaveChangesAsync(ct);
                var told = "Tạo dự thảo, chưa có tệp";
                if (input.File is { } file)
                {
                    var added = await drafts.HandleAsync(document, new(file, input.Annexes, []), input.FileNote, ct);
                    if (!added.Ok)
                        return Result<Guid>.Fail(added.Problems);
                    told = $"Tạo dự thảo, phiên bản 1: {added.Value.Named}";
                }
                else
                    await index.HandleAsync(document, content, [], ct);
                history.Record(document, EventKind.Drafted, "documents.outgoing.drafted", told);
                if (answers is not null)
                    history.Add(answers.Id, EventKind.Note, $"Soạn văn bản trả lời: {document.Subject}");
                if (amended is not null)
                    history.Add(amended.Id, EventKind.Note, $"Soạn văn bản {document.Amendment!.Value.Name().ToLowerInvariant()}");
                return Result.Of(document.Id);
            },
            ct
        );
}
