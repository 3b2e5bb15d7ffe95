using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Notifications;
using DoanKet.Modules.Documents.Shared;

namespace DoanKet.Modules.Documents.Handling;

/// <summary>Tells those who were just given a part: the person, or the heads of the unit.</summary>
internal sealed class TellHandlers(Notices notices)
{
    private static readonly string[] Heads = [Roles.Head, Roles.Leader, Roles.Grassroots];

    public async Task HandleAsync(
        IncomingDocument document,
        IReadOnlyList<(PossibleHandler Handler, AssignmentRole Role)> parts,
        DateOnly? until,
        CancellationToken ct
    )
    {
        var link = $"/van-ban/den/{document.Id}";
        var urgent = document.Urgency.CannotWait();
        foreach (var (handler, role) in parts)
        {
            var due = until is { } day && role != AssignmentRole.Inform ? $", hạn {day.Show()}" : "";
            var text = $"{role.Name()} văn bản đến số {document.ArrivalNumber}{due}: {document.Subject}";
            await TellAsync(handler.UnitId, handler.AccountId, text, link, urgent, ct);
        }
    }

    /// <summary>Tells the holders of open parts that these still wait for them.</summary>
    public async Task RemindAsync(IncomingDocument document, IEnumerable<Assignment> parts, CancellationToken ct)
    {
        foreach (var part in parts)
        {
            var due = part.DueOn is { } day ? $", hạn {day.Show()}" : "";
            var text = $"Nhắc: {part.Role.Name().ToLowerInvariant()} văn bản đến số {document.ArrivalNumber}{due}: {document.Subject}";
            await TellAsync(part.ToUnitId, part.ToAccountId, text, $"/van-ban/den/{document.Id}", urgent: true, ct);
        }
    }

    private async Task TellAsync(Guid? unitId, Guid? accountId, string text, string link, bool urgent, CancellationToken ct)
    {
        if (accountId is { } person)
            await notices.TellAsync(person, text, link, ct, urgent);
        else if (unitId is { } unit)
            await notices.TellPostsAsync([unit], Heads, text, link, ct, urgent);
    }
}
