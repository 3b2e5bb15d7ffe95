using DoanKet.Kernel;
using DoanKet.Kernel.Access;
using DoanKet.Kernel.Accounts;
using DoanKet.Kernel.Persistence;
using DoanKet.Kernel.Units;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Shared;
using DoanKet.OfficialFormat;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents.Demo;

/// <summary>A person of the demonstration in one post.</summary>
internal sealed record DemoPerson(Guid AccountId, string FullName, string Title, Guid UnitId, string Role)
{
    public string Actor => $"{FullName}, {Title}";
}

/// <summary>A board with those who draft in it and the one who approves.</summary>
internal sealed record DemoBoard(Unit Unit, IReadOnlyList<DemoPerson> Drafters, DemoPerson Head);

/// <summary>The office whose documents are made up, and its people.</summary>
internal sealed record DemoOffice(
    Unit Unit,
    DemoPerson Clerk,
    IReadOnlyList<DemoPerson> Leaders,
    IReadOnlyList<DemoBoard> Boards,
    IReadOnlyList<ReceiverUnit> Districts,
    IReadOnlyList<ReceiverUnit> All
)
{
    private const string Province = "Liên đoàn Lao động tỉnh ";

    /// <summary>The province of which its name speaks.</summary>
    public string Place => PlaceOf(Unit.Name);

    public static string PlaceOf(string unitName) =>
        unitName.StartsWith(Province, StringComparison.Ordinal) ? unitName[Province.Length..].Split(" (")[0] : unitName;

    /// <summary>The symbol after the slash; the rules of a demonstration are those it began with.</summary>
    public string Notation(OutgoingDocument document) =>
        Notations.Write(
            document.KindCode == DocumentKind.OfficialLetter ? Notations.OfLetters : Notations.Usual,
            DocumentKind.Find(document.KindCode)?.Abbreviation ?? "",
            Unit.Symbol,
            Boards.First(board => board.Unit.Id == document.DraftingUnitId).Unit.Symbol
        );

    /// <summary>Null when the demonstration has no federation with a clerk and a leader.</summary>
    public static async Task<DemoOffice?> FindAsync(UnionDb db, PossibleReceivers possible, TimeProvider time, CancellationToken ct)
    {
        var office = await db
            .Units.AsNoTracking()
            .Living(time.Today())
            .Where(u => u.ParentId == null)
            .OrderBy(u => u.Path)
            .FirstOrDefaultAsync(ct);
        if (office is null)
            return null;
        var people = await db
            .Posts.AsNoTracking()
            .HeldOn(time.Today())
            .Where(p => p.UnitId == office.Id || (p.Unit.ParentId == office.Id && p.Unit.Kind.IsPartOfParent))
            .OrderBy(p => p.Id)
            .Select(p => new DemoPerson(p.AccountId, p.Account.FullName, p.Title, p.UnitId, p.RoleCode))
            .ToListAsync(ct);
        var own = people.Where(p => p.UnitId == office.Id).ToLookup(p => p.Role);
        if (own[Roles.Clerk].FirstOrDefault() is not { } clerk || !own[Roles.Leader].Any())
            return null;
        var leaders = own[Roles.Leader].ToList();
        var parts = await db
            .Units.AsNoTracking()
            .Living(time.Today())
            .Where(u => u.ParentId == office.Id && u.Kind.IsPartOfParent)
            .OrderBy(u => u.Path)
            .ToListAsync(ct);
        var boards = parts.Select(part => Board(part, people)).OfType<DemoBoard>().ToList();
        var below = await possible
            .Below(office)
            .OrderBy(u => u.Path)
            .Select(u => new { Receiver = new ReceiverUnit(u.Id, u.Path), u.ParentId })
            .ToListAsync(ct);
        return new(
            office,
            clerk,
            leaders,
            boards.Count > 0 ? boards : [new(office, [clerk], leaders[0])],
            [.. below.Where(u => u.ParentId == office.Id).Select(u => u.Receiver)],
            [.. below.Select(u => u.Receiver)]
        );
    }

    private static DemoBoard? Board(Unit part, IReadOnlyList<DemoPerson> people)
    {
        var here = people.Where(p => p.UnitId == part.Id).ToList();
        var drafters = here.Where(p => p.Role == Roles.Specialist).ToList();
        return here.FirstOrDefault(p => p.Role == Roles.Head) is { } head ? new(part, drafters.Count > 0 ? drafters : [head], head) : null;
    }
}
