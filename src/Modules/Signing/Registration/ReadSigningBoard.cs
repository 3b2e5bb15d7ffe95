using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Signing.Registration;

/// <summary>How many can sign in one part of the tree.</summary>
/// <param name="Unit">The unit at the top of the part; it counts, too.</param>
/// <param name="Units">Units that live today, without boards.</param>
/// <param name="UnitsWithSeal">Those whose seal has a certificate that counts now.</param>
/// <param name="Leaders">People who hold a leader's post there today.</param>
/// <param name="LeadersWithKey">Those who have a certificate of their own that counts now.</param>
internal sealed record SigningBoardRow(Unit Unit, int Units, int UnitsWithSeal, int Leaders, int LeadersWithKey);

/// <summary>
/// Counts units and leaders that can sign: by the certificates written down when they were issued, and by those that are used here.
/// </summary>
internal sealed class ReadSigningBoard(UnionDb db, TimeProvider time)
{
    /// <summary>One row for each unit right below, in the order of their codes; the whole is their sum and the unit itself.</summary>
    public async Task<(IReadOnlyList<SigningBoardRow> Below, SigningBoardRow Whole)> HandleAsync(Unit top, CancellationToken ct)
    {
        var (today, now) = (time.Today(), time.UtcDateTime());
        var living = db.Units.AsNoTracking().Living(today).Within(top.Path).Where(u => !u.Kind.IsPartOfParent);
        var seals = db.Registrations.Where(r => r.Use == CertificateUse.Seal && r.State == RegistrationState.Issued && r.Until > now);
        var unitKeys = db.SigningKeys.Where(k => k.UnitId != null && k.EndedAt == null && k.Until > now);
        var posts = Leaders(top, today);
        var own = db.Registrations.Where(r => r.AccountId != null && r.State == RegistrationState.Issued && r.Until > now);
        var ownKeys = db.SigningKeys.Where(k => k.AccountId != null && k.EndedAt == null && k.Until > now);

        var length = top.Path.Length * (UnitPath.Depth(top.Path) + 1) / UnitPath.Depth(top.Path);
        var units = await CountAsync(living, length, ct);
        var sealing = await CountAsync(
            living.Where(u => seals.Any(r => r.UnitId == u.Id) || unitKeys.Any(k => k.UnitId == u.Id)),
            length,
            ct
        );
        var leaders = await CountAsync(posts, length, ct);
        var signing = await CountAsync(
            posts.Where(p => own.Any(r => r.AccountId == p.AccountId) || ownKeys.Any(k => k.AccountId == p.AccountId)),
            length,
            ct
        );
        var below = await living.Where(u => u.ParentId == top.Id).OrderBy(u => u.Code).ToListAsync(ct);
        return (
            [.. below.Select(unit => Row(unit, unit.Path))],
            new(top, units.Values.Sum(), sealing.Values.Sum(), leaders.Values.Sum(), signing.Values.Sum())
        );

        SigningBoardRow Row(Unit unit, string path) =>
            new(
                unit,
                units.GetValueOrDefault(path),
                sealing.GetValueOrDefault(path),
                leaders.GetValueOrDefault(path),
                signing.GetValueOrDefault(path)
            );
    }

    private IQueryable<Post> Leaders(Unit top, DateOnly today)
    {
        var (path, end) = (top.Path, UnitPath.EndOf(top.Path));
        return db
            .Posts.AsNoTracking()
            .HeldOn(today)
            .Where(p => p.RoleCode == Roles.Leader && p.Unit.Path.CompareTo(path) >= 0 && p.Unit.Path.CompareTo(end) < 0);
    }

    /// <summary>By the path of the unit right below the top, or the top's own.</summary>
    private static Task<Dictionary<string, int>> CountAsync(IQueryable<Unit> units, int length, CancellationToken ct) =>
        units
            .GroupBy(u => u.Path.Substring(0, length))
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<Post> posts, int length, CancellationToken ct) =>
        posts
            .GroupBy(p => p.Unit.Path.Substring(0, length))
            .Select(g => new { g.Key, Count = g.Select(p => p.AccountId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
