using DoanKet.Host.Web;
using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using DoanKet.VietnameseText;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoanKet.Bench;

/// <summary>
/// Puts registered documents into 2,911 units: one of ten is a copy of a document issued to all of them (one content, one text), five are
/// copies of documents that the province issued to five units each and whose receipts it follows, the others are the unit's own. The
/// province has two of a hundred of all incoming documents and has issued ten, a district has half of one.
/// </summary>
internal static class ManyDocuments
{
    private static readonly string[] Kinds = ["CV", "KH", "HD", "BC", "TB", "QĐ"];

    private static readonly string[] Acts =
    [
        "tổ chức",
        "triển khai",
        "báo cáo kết quả",
        "hướng dẫn",
        "kiểm tra",
        "tổng kết",
        "phối hợp",
        "tăng cường",
        "đôn đốc",
        "rà soát",
    ];

    private static readonly string[] Matters =
    [
        "đại hội công đoàn cơ sở",
        "công tác nữ công",
        "thu, chi tài chính công đoàn",
        "Tháng Công nhân",
        "an toàn, vệ sinh lao động",
        "thỏa ước lao động tập thể",
        "phát triển đoàn viên",
        "chăm lo Tết cho người lao động",
        "bảo hiểm xã hội",
        "thi đua, khen thưởng",
        "quan hệ lao động",
        "học tập nâng cao trình độ",
        "phòng cháy, chữa cháy",
        "nhà ở cho công nhân",
    ];

    public static async Task AddAsync(Federation federation, int total)
    {
        await using var app = WebProgram.Build(federation.Data, federation.Settings, builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var index = scope.ServiceProvider.GetRequiredService<SearchIndex>();
        var random = new Random(2021);
        var units = await db
            .Units.Where(u => !u.Kind.IsPartOfParent)
            .OrderBy(u => u.Ordinal)
            .Select(u => new
            {
                u.Id,
                u.Path,
                u.Kind.Code,
            })
            .ToListAsync();
        var issued = Math.Max(1, total / 10 / units.Count);
        var everyone = units.Select(u => u.Path).ToList();
        for (var i = 0; i < issued; i++)
        {
            var subject = Subject(random);
            await WriteAsync([.. units.Select(u => u.Id)], everyone, subject, i);
        }
        var issuer = new Issuer(db, index, random, await db.Units.SingleAsync(u => u.ParentId == null));
        await issuer.IssueAsync(total / 10, [.. units.Select(u => (u.Id, u.Path))]);
        var left = total - issued * units.Count - total / 10 * Issuer.Receivers;
        foreach (var unit in units)
        {
            var share = unit.Code switch
            {
                "federation" => total / 50,
                "district" or "branch" => total / 200,
                _ => Math.Max(0, (left - total / 50 - 29 * (total / 200)) / (units.Count - 30)),
            };
            for (var i = 0; i < share; i += 1000)
                await OwnAsync(unit.Id, unit.Path, Math.Min(1000, share - i), i);
        }

        async Task WriteAsync(IReadOnlyList<Guid> owners, IReadOnlyList<string> paths, string subject, int number)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var content = await ContentAsync(paths, subject);
            await db.Dialect.BulkInsertAsync(db, [content], default);
            await db.Dialect.BulkInsertAsync(
                db,
                owners.Select(owner => Document(random, owner, content, subject, 100_000 + number)),
                default
            );
            await transaction.CommitAsync();
        }

        async Task OwnAsync(Guid unit, string path, int count, int first)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            List<DocumentContent> contents = [];
            List<IncomingDocument> documents = [];
            for (var i = 0; i < count; i++)
            {
                var subject = Subject(random);
                contents.Add(await ContentAsync([path], subject));
                documents.Add(Document(random, unit, contents[^1], subject, 200_000 + first + i));
            }
            await db.Dialect.BulkInsertAsync(db, contents, default);
            await db.Dialect.BulkInsertAsync(db, documents, default);
            await transaction.CommitAsync();
        }

        async Task<DocumentContent> ContentAsync(IReadOnlyList<string> paths, string subject) =>
            new()
            {
                Id = Ids.New(),
                SearchId = await index.AddAsync(
                    DocumentSections.ReceivedBy(paths),
                    subject + " đề nghị các đơn vị thực hiện và báo cáo về liên đoàn lao động",
                    default
                ),
            };
    }

    internal static string Subject(Random random) =>
        $"Về việc {Acts[random.Next(Acts.Length)]} {Matters[random.Next(Matters.Length)]} và {Matters[random.Next(Matters.Length)]} quý "
        + $"{random.Next(1, 5)} năm {random.Next(2021, 2027)}";

    internal static IncomingDocument Document(Random random, Guid unit, DocumentContent content, string subject, int arrival)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var number = DocumentNumber.Format(random.Next(1, 2000), kind == "CV" ? "LĐLĐ" : kind + "-LĐLĐ");
        var received = new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc).AddMinutes(-random.Next(5 * 365 * 24 * 60));
        return new()
        {
            Id = Ids.At(received),
            UnitId = unit,
            State = random.Next(50) == 0 ? IncomingState.Registered : IncomingState.Done,
            ReceivedAt = received,
            // A year of its own: the numbers of the demonstration stay as they are.
            BookYear = 2000,
            ArrivalNumber = arrival,
            ArrivalDate = VietnamTime.DateOf(received),
            NumberText = number,
            NumberKey = NumberKeys.From(number),
            IssuedOn = VietnamTime.DateOf(received),
            Issuer = "Liên đoàn Lao động tỉnh",
            IssuerFold = Fold.Text("Liên đoàn Lao động tỉnh"),
            KindCode = kind,
            Subject = subject,
            DuplicateKey = NumberKeys.Duplicate(number, "Liên đoàn Lao động tỉnh"),
            ContentId = content.Id,
            SearchId = content.SearchId,
        };
    }
}
