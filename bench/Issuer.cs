using DoanKet.Kernel;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Search;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Bench;

/// <summary>
/// The years behind an office that issues much: each document went to five units, half of them asked for an answer, and one receiver in ten
/// has not given it.
/// </summary>
internal sealed class Issuer(UnionDb db, SearchIndex index, Random random, Unit office)
{
    /// <summary>Of each document.</summary>
    public const int Receivers = 5;

    public async Task IssueAsync(int count, IReadOnlyList<(Guid Id, string Path)> units)
    {
        var drafter = await db.Users.Where(a => a.UserName == "chuyenvien").Select(a => a.Id).SingleAsync();
        for (var done = 0; done < count; done += 1000)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            List<DocumentContent> contents = [];
            List<OutgoingDocument> documents = [];
            List<IncomingDocument> copies = [];
            List<Receipt> receipts = [];
            for (var i = done; i < Math.Min(count, done + 1000); i++)
            {
                var document = Document(drafter, i);
                var first = random.Next(units.Count - Receivers);
                var receivers = units.Skip(first).Take(Receivers).ToList();
                var text = document.Subject + " đề nghị các đơn vị thực hiện và báo cáo về liên đoàn lao động";
                contents.Add(
                    new()
                    {
                        Id = Ids.New(),
                        SearchId = await index.AddAsync(
                            [DocumentSections.IssuedBy(office.Path), .. DocumentSections.ReceivedBy(receivers.Select(r => r.Path))],
                            text,
                            default
                        ),
                    }
                );
                document.ContentId = contents[^1].Id;
                document.SearchId = contents[^1].SearchId;
                documents.Add(document);
                foreach (var receiver in receivers)
                {
                    var copy = ManyDocuments.Document(random, receiver.Id, contents[^1], document.Subject, 300_000 + i);
                    copies.Add(copy);
                    receipts.Add(
                        new()
                        {
                            IncomingId = copy.Id,
                            OutgoingId = document.Id,
                            ReceiverId = receiver.Id,
                            State = random.Next(10) == 0 ? ReceiptState.Registered : ReceiptState.Done,
                            DeliveredAt = document.CreatedAt,
                            DueOn = document.ReplyBy,
                        }
                    );
                }
            }
            await db.Dialect.BulkInsertAsync(db, contents, default);
            await db.Dialect.BulkInsertAsync(db, documents, default);
            await db.Dialect.BulkInsertAsync(db, copies, default);
            await db.Dialect.BulkInsertAsync(db, receipts, default);
            await transaction.CommitAsync();
        }
    }

    private OutgoingDocument Document(Guid drafter, int i)
    {
        var created = new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc).AddMinutes(-random.Next(5 * 365 * 24 * 60));
        var day = VietnamTime.DateOf(created);
        var number = $"{i + 1}/KH-LĐLĐ";
        return new()
        {
            Id = Ids.At(created),
            UnitId = office.Id,
            DraftingUnitId = office.Id,
            DrafterId = drafter,
            State = OutgoingState.Issued,
            CreatedAt = created,
            IssuedAt = created,
            KindCode = "KH",
            Subject = ManyDocuments.Subject(random),
            ReplyBy = random.Next(2) == 0 ? day.AddDays(10) : null,
            // A book of its own: the numbers of the demonstration stay as they are.
            BookCode = "THU",
            Year = 2000,
            Number = i + 1,
            NumberText = number,
            NumberKey = NumberKeys.From(number),
            IssuedOn = day,
            SignerName = "Người ký",
        };
    }
}
