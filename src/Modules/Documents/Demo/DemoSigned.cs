using DoanKet.Contracts.Signing;
using DoanKet.Kernel;
using DoanKet.Kernel.Modules;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.PaperForms;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>
/// Letters on the way of digital signatures, each one step further, done as people do it: one waits for the leader's signature, one for
/// number and seal, one went out.
/// </summary>
internal sealed class DemoSigned(
    UnionDb db,
    DemoActor actor,
    DemoFiles files,
    IEnumerable<IDocumentSigner> ways,
    CreateDraft create,
    SubmitDraft submit,
    ApproveContent approveContent,
    ApproveFormat approveFormat,
    SignDocument sign,
    SealDocument seal,
    ChooseReceivers choose,
    IssueDocument issue,
    TimeProvider time
) : IDemoPart
{
    private const string Specialist = "chuyenvien",
        Head = "truongban",
        Clerk = "vanthu",
        Leader = "lanhdao",
        Notation = "HD-LĐLĐ";

    private static readonly string[] Subjects =
    [
        "Ghi sổ và lưu giữ văn bản điện tử đã ký số",
        "Gửi, nhận văn bản ký số giữa các cấp công đoàn",
        "Đăng ký và sử dụng chữ ký số trong các cấp công đoàn",
    ];

    /// <summary>After the other drafts.</summary>
    public int Order => 61;

    public async Task GenerateAsync(DemoContext demo, CancellationToken ct)
    {
        if (demo.Accounts.Select(a => a.UserName).Intersect([Specialist, Head, Clerk, Leader]).Count() < 4)
            return;
        var password = demo.Accounts.First(a => a.UserName == Leader).Password;
        var drafts = new List<Guid>();
        foreach (var subject in Subjects)
            drafts.Add(await ApprovedAsync(subject, ct));
        await actor.BecomeAsync(Leader, ct);
        var way = ways.First(way => way.SignsDraft).Method;
        foreach (var draft in drafts[1..])
            DemoActor.Done(await sign.HandleAsync(new(draft, 1, Confirmed: true, Method: way, Secret: password), ct));
        var clerk = await actor.BecomeAsync(Clerk, ct);
        DemoActor.Done(await seal.HandleAsync(new(drafts[2], Notation, IsNotationMeant: true, password), ct));
        var units = await db.Units.Where(u => u.ParentId == clerk.Unit!.Id && !u.Kind.IsPartOfParent).Select(u => u.Id).ToListAsync(ct);
        DemoActor.Done(await choose.HandleAsync(new(drafts[2], ChoiceSource.Units, null, units), ct));
        DemoActor.Done(await issue.HandleAsync(new(drafts[2], Notation, true, units.Count, units.Count), ct));
        actor.Leave();
    }

    private async Task<Guid> ApprovedAsync(string subject, CancellationToken ct)
    {
        var drafter = await actor.BecomeAsync(Specialist, ct);
        var leader = await db.Posts.Include(p => p.Account).FirstAsync(p => p.Account.UserName == Leader, ct);
        var office = await db.Units.OfficeOfAsync(drafter.Unit!.Id, ct);
        var letter = new DemoLetters((office.Name, DemoOffice.PlaceOf(office.Name))).Of(
            new OutgoingDocument
            {
                CreatedAt = time.UtcDateTime(),
                KindCode = "HD",
                Subject = subject,
                SignerName = leader.Account.FullName,
                SignerTitle = leader.Title,
            },
            Notation
        );
        var file = await files.KeepAsync("huong-dan", letter, ct);
        var fields = new DraftFields("HD", subject, Urgency.Normal, null, leader.AccountId, "TM. BAN THƯỜNG VỤ", "");
        var list = await files.KeepAsync(
            "danh-sach",
            List(subject),
            [.. Enumerable.Range(1, 12).Select(i => new[] { $"{i}", "", "", "" })],
            ct
        );
        var id = DemoActor.Done(await create.HandleAsync(new(fields, file, "", null) { Annexes = [list] }, ct));
        DemoActor.Done(await submit.HandleAsync(id, ct));
        await actor.BecomeAsync(Head, ct);
        DemoActor.Done(await approveContent.HandleAsync(id, 1, "", null, ct));
        await actor.BecomeAsync(Clerk, ct);
        DemoActor.Done(await approveFormat.HandleAsync(id, 1, "", null, ct));
        return id;
    }

    /// <summary>What the units fill in, in a file of its own.</summary>
    private static TablePaper List(string subject) =>
        new()
        {
            Title = "Phụ lục",
            Heading =
            [
                new("PHỤ LỤC", Bold: true),
                new("DANH SÁCH NGƯỜI ĐƯỢC GIAO PHỤ TRÁCH", Bold: true),
                new($"({subject}; văn bản trình diễn)", Size: 13),
            ],
            Columns = [new("STT", 1, CellAlign.Centre), new("Họ và tên", 5), new("Chức vụ, đơn vị", 6), new("Điện thoại", 3)],
        };
}
