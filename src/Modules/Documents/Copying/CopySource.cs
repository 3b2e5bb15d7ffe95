using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Copying;

/// <summary>A document of which a copy is to be made.</summary>
/// <param name="Unit">Whose document it is, and who makes the copy.</param>
/// <param name="Name">Kind, number and subject.</param>
internal sealed record CopySource(Guid? IncomingId, Guid? OutgoingId, Unit Unit, Guid ContentId, string Name, string Link)
{
    public Guid DocumentId => IncomingId ?? OutgoingId!.Value;
}

/// <summary>Finds documents that the signed-in clerk may copy for the unit: registered, or issued.</summary>
internal sealed class FindCopySource(UnionDb db, DocumentKinds kinds, UserContext user)
{
    public async Task<CopySource?> HandleAsync(Guid? incomingId, Guid? outgoingId, CancellationToken ct) =>
        incomingId is { } incoming ? await IncomingAsync(incoming, ct)
        : outgoingId is { } outgoing ? await OutgoingAsync(outgoing, ct)
        : null;

    private async Task<CopySource?> IncomingAsync(Guid id, CancellationToken ct)
    {
        var document = await db
            .Incoming.AsNoTracking()
            .ReadableBy(db, user.Required)
            .Include(d => d.Unit)
            .FirstOrDefaultAsync(d => d.Id == id && d.ArrivalNumber != null, ct);
        return document is not null && user.Required.Can(Permissions.Issue, document.Unit)
            ? new(
                id,
                null,
                document.Unit,
                document.ContentId,
                NameOf(document.KindCode, document.NumberText, document.IssuedOn, $"{document.Issuer}, {document.Subject}"),
                $"/van-ban/den/{id}"
            )
            : null;
    }

    private async Task<CopySource?> OutgoingAsync(Guid id, CancellationToken ct)
    {
        var document = await db
            .Outgoing.AsNoTracking()
            .VisibleOutgoing(user.Required)
            .Include(d => d.Unit)
            .FirstOrDefaultAsync(d => d.Id == id && d.State == OutgoingState.Issued, ct);
        return document is not null && user.Required.Can(Permissions.Issue, document.Unit)
            ? new(
                null,
                id,
                document.Unit,
                document.ContentId,
                NameOf(document.KindCode, document.NumberText, document.IssuedOn, document.Subject),
                document.Link
            )
            : null;
    }

    private string NameOf(string kind, string number, DateOnly? day, string rest)
    {
        var name = string.Join(
            ' ',
            new[] { kinds.Name(kind), number.Length > 0 ? $"số {number}" : "", day is { } on ? $"ngày {on.Show()}" : "" }.Where(part =>
                part.Length > 0
            )
        );
        var whole = $"{name}, {rest}";
        return whole[..Math.Min(whole.Length, DocumentCopy.MaxSource)];
    }
}
