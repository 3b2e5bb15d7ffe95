using System.Net.Mail;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Audit;
using DoanKet.Kernel.Notifications;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Desk.Letters;

/// <summary>Keeps how the signed-in person wants to be told by mail.</summary>
internal sealed class SaveMailChoice(UnionDb db, UserContext user, AuditTrail audit, Work work)
{
    /// <summary>Longest address, in characters (RFC 5321, 4.5.3.1).</summary>
    public const int MaxAddress = 254;

    /// <param name="Address">The person's own; empty for none.</param>
    internal sealed record Input(string Address, MailTiming Timing, bool UrgentSoon);

    public async Task<Result> HandleAsync(Input input, CancellationToken ct)
    {
        input = input with { Address = input.Address.Trim() };
        var check = new Check()
            .AtMost(input.Address, MaxAddress, nameof(input.Address), "Địa chỉ thư")
            .That(
                input.Address.Length == 0 || IsAddress(input.Address),
                nameof(input.Address),
                "Địa chỉ thư chưa đúng; viết như ten@donvi.vn, hoặc để trống."
            );
        if (!check.Ok)
            return check.AsResult();
        try
        {
            return await work.RunAsync(() => PutAsync(input, ct), ct);
        }
        catch (DbUpdateException error) when (db.Dialect.IsDuplicate(error))
        {
            // Pressed twice: the first press has saved it.
            return Result.Success;
        }
    }

    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private async Task<Result> PutAsync(Input input, CancellationToken ct)
    {
        var me = user.Required.AccountId;
        var account = await db.Users.FirstAsync(a => a.Id == me, ct);
        if ((account.Email ?? "") != input.Address)
        {
            account.Email = input.Address.Length > 0 ? input.Address : null;
            account.NormalizedEmail = account.Email?.ToUpperInvariant();
            audit.Record("desk.mail.address", me, "Đổi địa chỉ thư của mình");
        }
        var choice = await db.Set<MailChoice>().FirstOrDefaultAsync(c => c.AccountId == me, ct);
        if (choice is null)
            db.Add(choice = new() { AccountId = me });
        (choice.Timing, choice.UrgentSoon) = (input.Timing, input.UrgentSoon);
        return Result.Success;
    }
}
