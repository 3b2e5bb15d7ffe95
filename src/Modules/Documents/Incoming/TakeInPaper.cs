using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using DoanKet.Modules.Documents.Content;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Incoming;

/// <summary>Receives paper of which there is no file: a posted letter, a parcel, an envelope that may not be opened (điều 21, 22). The scan
/// can follow.</summary>
internal sealed class TakeInPaper(UnionDb db, Work work, UserContext user, ContentWriter contents, History history, TimeProvider time)
{
    /// <param name="isSealed">Only what stands on the envelope will be entered.</param>
    public Task<Result<Guid>> HandleAsync(ActingUnit unit, bool isSealed, CancellationToken ct) =>
        work.RunAsync(
            () =>
            {
                if (!user.Required.Can(Permissions.Register, unit.Id, unit.Path))
                    return Task.FromResult(Result<Guid>.Refuse("Chỉ văn thư của đơn vị mới tiếp nhận được văn bản đến."));
                var document = new IncomingDocument
                {
                    Id = Ids.New(),
                    UnitId = unit.Id,
                    Source = IncomingSource.Intake,
                    ReceivedAt = time.UtcDateTime(),
                    ContentId = contents.Create([]).Id,
                    IsSealed = isSealed,
                };
                db.Add(document);
                history.Record(
                    document,
                    EventKind.Received,
                    "documents.incoming.received",
                    isSealed ? "Tiếp nhận bì không được bóc" : "Tiếp nhận văn bản giấy, chưa có tệp"
                );
                return Task.FromResult(Result.Of(document.Id));
            },
            ct
        );
}
