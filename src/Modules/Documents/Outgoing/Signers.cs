using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Outgoing;

/// <summary>A person competent to sign for a unit, with the position that stands above the name.</summary>
internal sealed record SignerRow(Guid AccountId, string FullName, string Title)
{
    /// <summary>What stands above the position.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Who stands in today; null when the person is there.</summary>
    public Deputy? Away { get; init; }

    /// <summary>For a choice.</summary>
    public string Told => $"{FullName} — {Title}{(Away is { } deputy ? $" ({deputy.Told})" : "")}";
}

/// <summary>The leaders of a unit today (Nghị định 30/2020, điều 13).</summary>
internal sealed class Signers(UnionDb db, Deputies deputies, TimeProvider time)
{
    private static readonly string[] Drafting = [Roles.Leader, Roles.Head, Roles.Specialist, Roles.Clerk];

    public async Task<IReadOnlyList<SignerRow>> OfAsync(Guid unitId, CancellationToken ct)
    {
        var away = await deputies.TodayAsync(ct);
        var leaders = await db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => p.UnitId == unitId && p.RoleCode == Roles.Leader && p.Account.ClosedAt == null)
            .OrderBy(p => p.Id)
            .Select(p => new SignerRow(p.AccountId, p.Account.FullName, p.Title))
            .ToListAsync(ct);
        return [.. leaders.Select(l => l with { Away = away.GetValueOrDefault(l.AccountId) })];
    }

    /// <summary>Who can sign beside the signer: the leaders of the office and the people of the unit that drafts.</summary>
    public async Task<IReadOnlyList<SignerRow>> TogetherAsync(Guid officeId, Guid draftingUnitId, CancellationToken ct)
    {
        var posts = await db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => p.Account.ClosedAt == null)
            .Where(p =>
                (p.UnitId == officeId && p.RoleCode == Roles.Leader) || (p.UnitId == draftingUnitId && Drafting.Contains(p.RoleCode))
            )
            .OrderBy(p => p.UnitId != officeId)
            .ThenBy(p => p.Id)
            .Select(p => new SignerRow(p.AccountId, p.Account.FullName, p.Title))
            .ToListAsync(ct);
        return [.. posts.DistinctBy(p => p.AccountId)];
    }

    /// <summary>Who signs a document now, the named signer or who stands in, with authority and position as they stand under it.</summary>
    public async Task<SignerRow> ForSigningAsync(OutgoingDocument document, CurrentUser person, CancellationToken ct)
    {
        var leaders = await OfAsync(document.UnitId, ct);
        var own = leaders.FirstOrDefault(l => l.AccountId == person.AccountId);
        if (own is not null)
            return own with { Authority = SigningAuthority.Of(document.SignerAuthority, own, leaders) };
        var title = person.Posts.FirstOrDefault(p => p.Of is null)?.Title ?? "";
        return new(person.AccountId, person.FullName, title) { Authority = SigningAuthority.ByWrittenAuthority(document.SignerTitle) };
    }
}
