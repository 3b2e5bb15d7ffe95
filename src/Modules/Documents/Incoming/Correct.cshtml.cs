using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using Microsoft.AspNetCore.Mvc;

namespace DoanKet.Modules.Documents.Incoming;

[Requires(Permissions.RegisterCode)]
internal sealed class CorrectModel(UnionDb db, UserContext user, CorrectIncoming correct, RecentIssuers recent) : EntryModel(db, user)
{
    private readonly UnionDb _db = db;

    [BindProperty]
    public CorrectInput? Input { get; set; }

    public PrintedFields Fields { get; private set; } = null!;

    public PageViewer Viewer { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // What could not be read as a day or a number stands in ModelState already.
        var result = ModelState.IsValid
            ? await correct.HandleAsync(id, Input ?? new(), ct)
            : Result.Fail("Hãy xem lại các mục được đánh dấu.");
        return await AnswerAsync(id, result, "Đã sửa thông tin; sổ ghi ngày và lý do đính chính.", ct, nameof(Input));
    }

    protected override async Task LoadedAsync(CancellationToken ct)
    {
        if (Input is null)
        {
            Input = RegisterInput.From<CorrectInput>(Document);
            Input.Version = Document.Version;
        }
        Fields = new(await recent.NamesAsync(Document.UnitId, ct), Document.IsSealed, new Dictionary<string, ReadValue>(), "");
        Viewer = await PageViewer.LoadAsync(_db, Document.ContentId, Back, Request.Path, Request.Query, ct);
    }
}
