using DoanKet.Kernel.Access;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Commenting;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.Modules.Documents.Templates;
using DoanKet.PaperForms;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>What people do with drafts, done as they do it: a template, a draft that has no file yet and that two sign, comments on a
/// page.</summary>
internal sealed class DemoDrafts(UnionDb db, DemoActor actor, DraftTemplates templates, CreateDraft create, AddComment comment) : IDemoPart
{
    private const string Clerk = "vanthu",
        Leader = "lanhdao",
        Head = "truongban",
        Specialist = "chuyenvien";

    private static readonly string[] Comments =
    [
        "Căn cứ thứ hai đã được thay bằng văn bản mới; đề nghị cập nhật.",
        "Thời hạn báo cáo nên trước ngày 25 để kịp tổng hợp.",
    ];

    /// <summary>After the documents.</summary>
    public int Order => 60;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        var accounts = await db
            .Users.Where(a => new[] { Clerk, Leader, Head, Specialist }.Contains(a.UserName))
            .ToDictionaryAsync(a => a.UserName!, a => a.Id, ct);
        if (accounts.Count < 4)
            return;
        await SaveTemplateAsync(await actor.BecomeAsync(accounts[Clerk], ct), ct);
        await actor.BecomeAsync(accounts[Specialist], ct);
        var fields = new DraftFields(
            "BC",
            "Kết quả kiểm tra việc chấp hành Điều lệ công đoàn",
            Urgency.Normal,
            null,
            accounts[Leader],
            "TM. BAN THƯỜNG VỤ",
            ""
        )
        {
            CoSigners = [accounts[Head]],
        };
        DemoActor.Done(await create.HandleAsync(new(fields, null, "", null), ct));
        await CommentAsync(ct);
        actor.Leave();
    }

    private async Task SaveTemplateAsync(CurrentUser clerk, CancellationToken ct)
    {
        var letter = WordLetter.Write(
            new()
            {
                Superior = "{{cơ quan cấp trên}}",
                Issuer = "{{cơ quan}}",
                Number = "Số: {{số ký hiệu}}",
                PlaceAndDay = "……, {{ngày tháng}}",
                Kind = "{{tên loại}}",
                Subject = "{{trích yếu}}",
                Paragraphs = ["I. KẾT QUẢ", "……", "II. KIẾN NGHỊ", "……"],
                SignerPosition = ["{{quyền hạn}}", "{{chức vụ}}"],
                SignerName = "{{người ký}}",
                Recipients = ["Ban Thường vụ;", "Lưu: VT, {{đơn vị soạn}}."],
            }
        );
        var file = new FormFile(new MemoryStream(letter), 0, letter.Length, "File", "Mẫu báo cáo.docx");
        DemoActor.Done(await templates.SaveAsync(clerk.Unit!, new("Mẫu báo cáo (trình diễn)", "BC", file), ct));
    }

    /// <summary>The head of a board has something to say about a draft that waits for it.</summary>
    private async Task CommentAsync(CancellationToken ct)
    {
        var (drafts, heads) = (db.Drafts, db.Posts.Where(p => p.RoleCode == Roles.Head));
        var waiting = await db
            .Outgoing.AsNoTracking()
            .Where(d => d.State == OutgoingState.ContentReview && heads.Any(p => p.UnitId == d.DraftingUnitId))
            .OrderBy(d => d.Id)
            .Select(d => new
            {
                d.Id,
                Version = drafts.Where(v => v.OutgoingId == d.Id).Max(v => v.Number),
                Head = heads.First(p => p.UnitId == d.DraftingUnitId).AccountId,
            })
            .FirstOrDefaultAsync(ct);
        if (waiting is null)
            return;
        await actor.BecomeAsync(waiting.Head, ct);
        foreach (var text in Comments)
            DemoActor.Done(await comment.HandleAsync(new(waiting.Id, waiting.Version, 1, text), ct));
    }
}
