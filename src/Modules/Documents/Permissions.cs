using DoanKet.Kernel.Access;
using static DoanKet.Kernel.Access.Roles;

namespace DoanKet.Modules.Documents;

/// <summary>What can be allowed in this module, and which shipped roles have it.</summary>
internal static class Permissions
{
    // Codes stand in constants because attributes need them.
    public const string ReadIncomingCode = "documents.incoming.read",
        RegisterCode = "documents.incoming.register",
        DirectCode = "documents.incoming.direct",
        HandleCode = "documents.handle",
        AcknowledgeCode = "documents.incoming.acknowledge",
        ReadOutgoingCode = "documents.outgoing.read",
        DraftCode = "documents.outgoing.draft",
        ApproveContentCode = "documents.outgoing.approve-content",
        ApproveFormatCode = "documents.outgoing.approve-format",
        SignCode = "documents.outgoing.sign",
        IssueCode = "documents.outgoing.issue",
        FollowCode = "documents.outgoing.follow",
        ReadBooksCode = "documents.books.read";

    public static readonly Permission ReadIncoming = new(
        ReadIncomingCode,
        "Xem văn bản đến của đơn vị",
        new(Clerk),
        new(Leader),
        new(Grassroots),
        new(Viewer)
    );
    public static readonly Permission Register = new(RegisterCode, "Vào sổ văn bản đến", new Grant(Clerk));
    public static readonly Permission Direct = new(DirectCode, "Cho ý kiến chỉ đạo", new Grant(Leader));
    public static readonly Permission Handle = new(
        HandleCode,
        "Xử lý văn bản được giao",
        new(Leader),
        new(Head),
        new(Specialist),
        new(Clerk)
    );
    public static readonly Permission Acknowledge = new(
        AcknowledgeCode,
        "Xác nhận và vào sổ bằng một nút (đơn vị không có văn thư)",
        new Grant(Grassroots)
    );
    public static readonly Permission ReadOutgoing = new(
        ReadOutgoingCode,
        "Xem văn bản đi của đơn vị",
        new(Clerk),
        new(Leader),
        new(Head),
        new(Specialist),
        new(Viewer)
    );
    public static readonly Permission Draft = new(DraftCode, "Soạn thảo văn bản đi", new(Clerk), new(Head), new(Specialist));
    public static readonly Permission ApproveContent = new(ApproveContentCode, "Duyệt nội dung", new(Head), new(Leader));
    public static readonly Permission ApproveFormat = new(ApproveFormatCode, "Duyệt thể thức", new Grant(Clerk));
    public static readonly Permission Sign = new(SignCode, "Ký ban hành", new Grant(Leader)) { OnlyInWriting = true };
    public static readonly Permission Issue = new(IssueCode, "Cấp số và phát hành", new Grant(Clerk));
    public static readonly Permission Follow = new(FollowCode, "Theo dõi nơi nhận", new(Clerk), new(Leader), new(Head), new(Specialist));
    public static readonly Permission ReadBooks = new(ReadBooksCode, "Xem và in sổ", new(Clerk), new(Leader), new(Grassroots), new(Viewer));

    public static IReadOnlyList<Permission> All { get; } =
    [
        ReadIncoming,
        Register,
        Direct,
        Handle,
        Acknowledge,
        ReadOutgoing,
        Draft,
        ApproveContent,
        ApproveFormat,
        Sign,
        Issue,
        Follow,
        ReadBooks,
    ];
}
